import { refreshCard } from '../live-card.ts'
import { fieldsOf, isMainPage } from './command.ts'
import type { Command } from './command.ts'

const KNOWS_RELOAD_DATA = /^CRM_.+_(DETAIL_TAB|DETAIL_ACTIVITY|LIST_MENU)$/

/** Which commands and events the placement of this frame knows. */
export const getInterface: Command = (frame, _params, answer) => {
  const command = ['getInitData', 'refreshAuth', 'openPath', 'openApplication', 'closeApplication', 'getInterface']
  if (frame.surface !== 'slider') command.push('resizeWindow')
  if (isMainPage(frame)) command.push('setTitle', 'setScroll', 'reloadWindow', 'setInstall', 'setInstallFinish')
  if (KNOWS_RELOAD_DATA.test(frame.request.placement)) command.push('reloadData')
  answer({ command, event: [] })
}

/** Remembers the subscription without a word, as the portal does. */
export const placementBindEvent: Command = (frame, params, _answer, key) => {
  const event = fieldsOf(params).event
  if (typeof event !== 'string' || !key) return
  frame.subscriptions.set(event, [...(frame.subscriptions.get(event) ?? []), key])
}

/** Re-reads the card around the frame after the application changed data by REST. */
export const reloadData: Command = async (frame, params, answer) => {
  if (!KNOWS_RELOAD_DATA.test(frame.request.placement)) return
  await refreshCard()
  answer(params)
}
