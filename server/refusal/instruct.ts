import type { RefusalAction, RefusalState } from '../../contract/refusals.ts'

/** What is known of a refusal that was decided. */
export interface Returned {
  state: RefusalState
  steps: readonly { action: RefusalAction; byUserId: number | null }[]
}

/**
 * Whether he may say what is to be done after a return: only who has returned it, and only while that was the last
 * word. A button in the timeline takes no text, so it is said afterwards.
 */
export function mayInstruct({ state, steps }: Returned, by: number): boolean {
  if (state !== 'returned') return false
  const decided = steps.filter(({ action }) => action !== 'instruct').at(-1)
  return decided?.action === 'return' && decided.byUserId === by
}
