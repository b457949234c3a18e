import type { State } from '../state/state.ts'

/** What goes with the application when it is removed: all that it has registered, subscribed to and put up. */
export function forgetBelongings(state: State): void {
  state.eventHandlers.removeAll()
  state.placements.removeAll()
  state.options.removeAll()
  state.offline.removeAll()
  state.automation.programs.removeAll()
  state.automation.triggers.removeAll()
  state.automation.stageTriggers.removeAll()
  state.activities.badges.removeAll()
  state.activities.types.removeAll()
  state.channels.connectors.removeAll()
  state.channels.active.removeAll()
  state.channels.senders.removeAll()
  for (const bot of state.channels.bots.list()) state.people.setActive(bot.userId, false)
  state.channels.bots.removeAll()
}
