import type { Language } from '../../contract/codes.ts'
import type { CarrierRow } from '../../contract/carriers.ts'
import { attemptSentence, attemptTone } from '../shared/sentences/attempt.ts'
import { type Clock, momentShort } from '../shared/sentences/dates.ts'
import { money } from '../shared/sentences/numbers.ts'
import { isUnderWay, writeSentence, writeTone } from '../shared/sentences/write.ts'

export interface RowState {
  text: string
  /** live: somebody is at it now; busy: being written; todo: wants an action; closed: not for this load. */
  tone: 'live' | 'busy' | 'todo' | 'closed' | 'good' | 'bad'
}

/**
 * The one thing to know about a carrier on this load: an offer still being written or refused first, then whatever
 * happened last. Null when nothing has.
 */
export function rowState(language: Language, row: CarrierRow, clock: Clock, viewerId: number): RowState | null {
  const attempt = row.attempts[0]
  const offer = row.offers[0]
  if (offer && (!attempt || isPressing(offer) || Date.parse(offer.at) >= Date.parse(attempt.at)))
    return offerState(language, offer, clock, viewerId)
  if (!attempt) return null
  return {
    text: attemptSentence(language, attempt, clock, viewerId),
    tone: attemptTone(attempt, clock),
  }
}

type Offer = CarrierRow['offers'][number]

function isPressing(offer: Offer): boolean {
  return offer.write !== null && (isUnderWay(offer.write) || writeTone(offer.write) === 'bad')
}

function offerState(language: Language, offer: Offer, clock: Clock, viewerId: number): RowState {
  const price = offer.rate ? money(language, offer.rate) : language === 'ru' ? 'предложение' : 'offer'
  if (offer.write)
    return { text: `${price} · ${writeSentence(language, offer.write, viewerId)}`, tone: writeTone(offer.write) }
  return { text: `${price} · ${momentShort(language, offer.at, clock)}`, tone: 'good' }
}
