import { host } from '../host.ts'
import { word } from '../page.ts'
import type { PortalCall } from '../phone/phone.ts'
import { fieldsOf } from './command.ts'
import type { Command } from './command.ts'

/** Hands a number to the portal's telephony: a call card, and a record a test can read. */
export const imPhoneTo: Command = (_frame, params) => {
  const { phone, params: rest } = fieldsOf(params)
  if (typeof phone !== 'string' || phone === '') return
  host().call(call('phone', phone, rest))
}

export const imCallTo: Command = (_frame, params) => {
  const { userId, video } = fieldsOf(params)
  host().call(call('user', String(userId ?? ''), { video }))
}

export const imOpenMessenger: Command = (_frame, params) => {
  host().toast(`${word('messenger')}: ${String(fieldsOf(params).dialogId ?? '')}`)
}

export const imOpenHistory: Command = (_frame, params) => {
  host().toast(`${word('chatHistory')}: ${String(fieldsOf(params).dialogId ?? '')}`)
}

export const showAppForm: Command = () => {
  host().toast(word('appForm'))
}

function call(kind: PortalCall['kind'], target: string, params: unknown): PortalCall {
  return { kind, target, at: new Date().toISOString(), params: params ?? null }
}
