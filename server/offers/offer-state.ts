import type { OfferAction, OfferState } from '../../contract/offers.ts'

/** What the copy knows of an offer's standing: our stage code, what the portal says it means, and how long it holds. */
export interface OfferStanding {
  stage: string
  semantics: 'P' | 'S' | 'F'
  /** UTC ISO; null: no end was named. */
  validUntilAt: string | null
}

const STATE_OF_STAGE: Record<string, OfferState> = {
  RECEIVED: 'active',
  BARGAIN: 'bargain',
  ACCEPTED: 'accepted',
  AWARDED: 'awarded',
  DECLINED: 'declined',
  WITHDRAWN: 'withdrawn',
  EXPIRED: 'expired',
}

/** The stage of each state, for searching and for moving. */
export const STAGE_OF_STATE = Object.fromEntries(
  Object.entries(STATE_OF_STAGE).map(([stage, state]) => [state, stage]),
) as Record<OfferState, string>

/** Offers nobody has decided on lapse by themselves; accepted ones are kept by the carrier's word. */
const LAPSES: readonly OfferState[] = ['active', 'bargain']

/** Where an offer stands at `now` (UTC ISO). A stage that is the portal's own counts by its meaning. */
export function offerState({ stage, semantics, validUntilAt }: OfferStanding, now: string): OfferState {
  const known = Object.hasOwn(STATE_OF_STAGE, stage) ? STATE_OF_STAGE[stage]! : byMeaning(semantics)
  const isOver = validUntilAt !== null && validUntilAt < now
  return isOver && LAPSES.includes(known) ? 'expired' : known
}

function byMeaning(semantics: OfferStanding['semantics']): OfferState {
  if (semantics === 'S') return 'awarded'
  return semantics === 'F' ? 'declined' : 'active'
}

/** Which actions each state allows. An award is undone by the carrier's withdrawal, a wrong no by reopening. */
const ALLOWED: Record<OfferState, readonly OfferAction[]> = {
  active: ['accept', 'award', 'counter', 'answer', 'extend', 'decline', 'withdraw'],
  bargain: ['accept', 'award', 'answer', 'counter', 'extend', 'decline', 'withdraw'],
  accepted: ['award', 'extend', 'decline', 'withdraw'],
  awarded: ['withdraw'],
  declined: ['reopen'],
  withdrawn: ['reopen'],
  expired: ['extend', 'answer', 'accept', 'award', 'decline', 'withdraw'],
}

/** What may be done with an offer; nothing that promises a truck once its load is closed. */
export function allowedActions(state: OfferState, loadIsOpen: boolean): OfferAction[] {
  if (loadIsOpen) return [...ALLOWED[state]]
  return ALLOWED[state].filter((action) => action === 'decline' || action === 'withdraw')
}

/** The state an action leads to; null: the state stays. */
export const STATE_AFTER: Record<OfferAction, OfferState | null> = {
  accept: 'accepted',
  decline: 'declined',
  withdraw: 'withdrawn',
  counter: 'bargain',
  answer: 'bargain',
  award: 'awarded',
  extend: null,
  reopen: 'active',
}
