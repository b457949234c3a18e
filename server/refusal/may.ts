import type { RefusalAction } from '../../contract/refusals.ts'
import type { Refusal, RefusalRules } from './refusal.ts'
import { step, type Move } from './step.ts'

/** What this person may do to it now; what a screen offers him. */
export function mayDo(refusal: Refusal, by: number, at: string, rules: RefusalRules): RefusalAction[] {
  const text = 'x'
  const moves: Move[] = [
    { action: 'approve', by, text },
    { action: 'return', by, text, toUserId: by, untilOn: '9999-12-31' },
    { action: 'hand_over', by, text, toUserId: by },
    { action: 'ask_more', by, text },
    { action: 'answer', by, text },
    { action: 'withdraw', by, text },
  ]
  return moves.filter((move) => step(refusal, move, at, rules).denied === null).map(({ action }) => action)
}
