import type { State } from '../state/state.ts'

/** What goes with the application when it is removed: all that it has registered, subscribed to and put up. */
export function forgetBelongings(state: State): void {
  state.eventHandlers.removeAll()
  state.placements.removeAll()
  state.options.removeAll()
  state.offline.removeAll()
  state.automation.programs.removeAll()
}
