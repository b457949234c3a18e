import type { RefusalState } from '../../contract/refusals.ts'
import type { RefusalPolicy } from '../../contract/refusal-reasons.ts'
import { fillSeats, type Absence, type Seat, type Staff } from './seats.ts'
import { addWorkingHours, type WorkingTime } from './working-hours.ts'

/** One seat's yes. `insteadOf`: whose deputy spoke. */
export interface Approval {
  seat: Seat['seat']
  userId: number
  insteadOf: number | null
}

/** What a refusal is at one moment. Who asks why, and what everybody saw, is kept beside it, not in here. */
export interface Refusal {
  state: RefusalState
  /** Grows with every step: whoever decides says which one he has seen. */
  version: number
  askerId: number
  /** `any`: one seat's yes is enough; `all`: every seat has to say yes. */
  mode: 'any' | 'all'
  seats: Seat[]
  approvals: Approval[]
  /** The director decides: from the start, or because nobody else did in time. */
  escalated: boolean
  /** UTC ISO; null: does not go any higher. */
  escalateAt: string | null
  /** UTC ISO; null once it is over. */
  expiresAt: string | null
}

/** What the rules of a portal say of time and people. */
export interface RefusalRules {
  mode: 'any' | 'all'
  staff: Staff
  absences: readonly Absence[]
  work: WorkingTime
  escalateAfterHours: number
  expireAfterHours: number
}

/** Somebody asks. What needs nobody's approval is over at once. `seats` as `seatsOf` names them. */
export function askFor(
  policy: RefusalPolicy,
  seats: readonly Seat['seat'][],
  askerId: number,
  at: string,
  rules: RefusalRules,
): Refusal {
  const needsNobody = seats.length === 0
  const filled = fillSeats(seats, rules.staff, askerId)
  const isTop = filled.every(({ seat }) => seat === 'director')
  return {
    state: needsNobody ? 'recorded' : 'waiting',
    version: 1,
    askerId,
    mode: rules.mode,
    seats: filled,
    approvals: [],
    escalated: policy === 'escalate',
    escalateAt: needsNobody || isTop ? null : addWorkingHours(at, rules.escalateAfterHours, rules.work),
    expiresAt: needsNobody ? null : addWorkingHours(at, rules.expireAfterHours, rules.work),
  }
}

export function isOpen(state: RefusalState): boolean {
  return state === 'waiting' || state === 'questioned'
}
