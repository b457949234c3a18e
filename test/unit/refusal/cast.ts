import type { Refusal, RefusalRules } from '../../../server/refusal/refusal.ts'
import { step, type Move } from '../../../server/refusal/step.ts'

/** The people of these tests. */
export const ASKER = 4
export const SALES_HEAD = 3
export const LOGISTICS_HEAD = 12
export const DIRECTOR = 2
export const ADMIN = 1
export const DEPUTY = 6
export const OUTSIDER = 30

/** A Wednesday, noon in Moscow. */
export const AT = '2026-11-25T09:00:00.000Z'

export function rules(change: Partial<RefusalRules> = {}): RefusalRules {
  return {
    mode: 'any',
    staff: { salesHeads: [SALES_HEAD], logisticsHeads: [LOGISTICS_HEAD], directors: [DIRECTOR], admins: [ADMIN] },
    absences: [],
    work: { isWorking: () => null, fromHour: 9, toHour: 18, offsetMinutes: 180 },
    escalateAfterHours: 4,
    expireAfterHours: 18,
    ...change,
  }
}

/** Takes a step that must be allowed. */
export function taken(refusal: Refusal, move: Move, at = AT, by = rules()): Refusal {
  const stepped = step(refusal, move, at, by)
  if (stepped.denied !== null) throw new Error(`${move.action} was denied: ${stepped.denied}`)
  return stepped.refusal
}
