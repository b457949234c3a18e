import { send } from '../api.ts'
import { reopen } from '../app-frame.ts'
import { host } from '../host.ts'
import type { Command } from './command.ts'

/** The state of the session; a reload inside the frame asks again and must not be given yesterday's tokens. */
export const getInitData: Command = async (frame, _params, answer) => {
  if (frame.greeted) {
    const fresh = await send<{ initData: Record<string, unknown> }>('frame', { ...frame.request })
    frame.ticket.initData = fresh.initData
  }
  frame.greeted = true
  answer(frame.ticket.initData)
}

export const refreshAuth: Command = async (frame, _params, answer) => {
  const tokens = await send<Record<string, unknown>>('auth', { viewerId: frame.request.viewerId })
  Object.assign(frame.ticket.initData, tokens)
  answer(tokens)
}

/** Marks the first run as seen: the application waits for this answer before it starts. */
export const setInstall: Command = (frame, params, answer) => {
  frame.ticket.initData.FIRST_RUN = false
  answer(params)
}

/** Ends the installation; the answer is the frame itself, opened anew at the application's own address. */
export const setInstallFinish: Command = async (frame) => {
  if (frame.ticket.initData.INSTALL !== true) return
  await send('install-finish', { viewerId: frame.request.viewerId })
  host().refreshMenu()
  await reopen(frame)
}
