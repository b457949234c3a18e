import { fieldsOf } from './command.ts'
import type { Command } from './command.ts'

const KNOWS_RELOAD_DATA = /^CRM_.+_(DETAIL_TAB|DETAIL_ACTIVITY|LIST_MENU)$/

/** Which commands and events the placement of this frame has for itself; what every frame may ask is not listed. */
export const getInterface: Command = (frame, _params, answer) => {
  const command = Object.keys(frame.own.commands)
  if (KNOWS_RELOAD_DATA.test(frame.request.placement)) command.push('reloadData')
  answer({ command, event: frame.own.events })
}

/** Remembers the subscription without a word, as the portal does; events of other placements it ignores. */
export const placementBindEvent: Command = (frame, params, answer) => {
  const event = fieldsOf(params).event
  if (typeof event !== 'string' || !frame.own.events.includes(event)) return
  frame.subscriptions.set(event, [...(frame.subscriptions.get(event) ?? []), answer])
}

/** Re-reads the card or the list around the frame after the application changed data by REST. */
export const reloadData: Command = async (frame, _params, answer) => {
  if (!KNOWS_RELOAD_DATA.test(frame.request.placement)) return
  await frame.reload()
  answer()
}
