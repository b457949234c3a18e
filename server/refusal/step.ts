import type { RefusalDenial } from '../../contract/refusals.ts'
import { isOpen, type Approval, type Refusal, type RefusalRules } from './refusal.ts'
import { fillSeats, isSeatFilled, liftSeat, placeAt, type Seat } from './seats.ts'
import { addWorkingHours, dayOf } from './working-hours.ts'

/** What somebody, or the clock, wants to do to a refusal. */
export type Move =
  | { action: 'approve'; by: number; text: string }
  /** Back to work: what to do, who, until which day. */
  | { action: 'return'; by: number; text: string; toUserId: number | null; untilOn: string | null }
  | { action: 'hand_over'; by: number; text: string; toUserId: number | null }
  | { action: 'ask_more'; by: number; text: string }
  | { action: 'answer'; by: number; text: string }
  | { action: 'withdraw'; by: number; text: string }
  /** Nobody who decides is there: those above are asked as well. */
  | { action: 'lift' }
  | { action: 'escalate' }
  | { action: 'expire' }

export type Stepped =
  | { denied: RefusalDenial }
  | { denied: null; refusal: Refusal; /** Whose deputy acted. */ insteadOf: number | null }

/** Takes one step, or says why it may not be taken; changes nothing that it was given. `at` in UTC ISO. */
export function step(refusal: Refusal, move: Move, at: string, rules: RefusalRules): Stepped {
  if (!isOpen(refusal.state)) return { denied: 'decided_already' }
  switch (move.action) {
    case 'lift':
      return lift(refusal, at, rules)
    case 'escalate':
      return escalate(refusal, at, rules)
    case 'expire':
      return refusal.expiresAt !== null && at >= refusal.expiresAt
        ? over(refusal, 'expired', null)
        : { denied: 'not_due_yet' }
    case 'withdraw':
      return move.by === refusal.askerId ? over(refusal, 'withdrawn', null) : { denied: 'not_the_asker' }
    case 'answer':
      return answer(refusal, move, at, rules)
    default:
      return decide(refusal, move, at, rules)
  }
}

type Decision = Extract<Move, { action: 'approve' | 'return' | 'hand_over' | 'ask_more' }>

function decide(refusal: Refusal, move: Decision, at: string, rules: RefusalRules): Stepped {
  const places = placesOf(refusal, move.by, at, rules)
  if (!Array.isArray(places)) return { denied: places }
  const insteadOf = places.find((place) => place.insteadOf !== null)?.insteadOf ?? null
  if (move.action === 'approve') return approve(refusal, move.by, places, insteadOf)
  if (move.text.trim() === '' && move.action !== 'hand_over') return { denied: 'text_missing' }
  if (move.action === 'ask_more')
    return refusal.state === 'questioned'
      ? { denied: 'waits_for_an_answer' }
      : { denied: null, insteadOf, refusal: { ...next(refusal), state: 'questioned', escalateAt: null } }
  if (move.toUserId === null) return { denied: 'person_missing' }
  if (move.action === 'hand_over') return over(refusal, 'handed_over', insteadOf)
  return move.untilOn === null ? { denied: 'day_missing' } : over(refusal, 'returned', insteadOf)
}

/** The seats somebody speaks for, himself or as a deputy; a director's word is heard in every seat. */
function placesOf(refusal: Refusal, by: number, at: string, rules: RefusalRules): Approval[] | RefusalDenial {
  if (by === refusal.askerId) return 'own_refusal'
  const on = dayOf(at, rules.work)
  const isDirector = rules.staff.directors.includes(by)
  const places = refusal.seats.flatMap((seat): Approval[] => {
    const insteadOf = isDirector ? null : placeAt(seat, by, rules.absences, on)
    return insteadOf === undefined ? [] : [{ seat: seat.seat, userId: by, insteadOf }]
  })
  return places.length > 0 ? places : 'not_an_approver'
}

function approve(refusal: Refusal, by: number, places: Approval[], insteadOf: number | null): Stepped {
  const given = new Set(refusal.approvals.map(({ seat }) => seat))
  const fresh = places.filter(({ seat }) => !given.has(seat))
  if (fresh.length === 0) return { denied: 'approved_by_you_already' }
  const approvals = [...refusal.approvals, ...fresh]
  const isEnough = refusal.mode === 'any' || approvals.length === refusal.seats.length
  const grown = { ...next(refusal), approvals }
  return isEnough
    ? { denied: null, insteadOf, refusal: { ...grown, state: 'approved', escalateAt: null, expiresAt: null } }
    : { denied: null, insteadOf, refusal: { ...grown, state: 'waiting' } }
}

function answer(refusal: Refusal, move: { by: number; text: string }, at: string, rules: RefusalRules): Stepped {
  if (move.by !== refusal.askerId) return { denied: 'not_the_asker' }
  if (refusal.state !== 'questioned') return { denied: 'nothing_was_asked' }
  if (move.text.trim() === '') return { denied: 'text_missing' }
  const isTop = refusal.seats.every(({ seat }) => seat === 'director')
  // The asker's silence was not the approvers': their hours begin anew.
  const escalateAt = isTop ? null : addWorkingHours(at, rules.escalateAfterHours, rules.work)
  return { denied: null, insteadOf: null, refusal: { ...next(refusal), state: 'waiting', escalateAt } }
}

function escalate(refusal: Refusal, at: string, rules: RefusalRules): Stepped {
  if (refusal.state !== 'waiting' || refusal.escalateAt === null || at < refusal.escalateAt)
    return { denied: 'not_due_yet' }
  const seats = fillSeats(['director'], rules.staff, refusal.askerId)
  const lifted: Refusal = { ...next(refusal), seats, approvals: [], escalated: true, escalateAt: null }
  return { denied: null, insteadOf: null, refusal: lifted }
}

/** Where one yes is enough somebody in any seat is enough; where all are asked, every open seat needs somebody. */
function lift(refusal: Refusal, at: string, { staff, absences, work }: RefusalRules): Stepped {
  const on = dayOf(at, work)
  const given = new Set(refusal.approvals.map(({ seat }) => seat))
  const isOpenSeat = ({ seat }: Seat) => !given.has(seat)
  const isFilled = (seat: Seat) => isSeatFilled(seat, refusal.askerId, absences, on)
  const isEnough = refusal.mode === 'any' && refusal.seats.some(isFilled)
  if (refusal.state !== 'waiting' || isEnough) return { denied: 'not_due_yet' }
  const seats = refusal.seats.map((seat) =>
    isOpenSeat(seat) ? liftSeat(seat, staff, refusal.askerId, absences, on) : seat,
  )
  if (seats.every((seat, index) => seat === refusal.seats[index])) return { denied: 'not_due_yet' }
  return { denied: null, insteadOf: null, refusal: { ...next(refusal), seats } }
}

function over(refusal: Refusal, state: Refusal['state'], insteadOf: number | null): Stepped {
  return { denied: null, insteadOf, refusal: { ...next(refusal), state, escalateAt: null, expiresAt: null } }
}

function next(refusal: Refusal): Refusal {
  return { ...refusal, version: refusal.version + 1 }
}
