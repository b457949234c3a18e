import type { Card } from '../../state/activities.ts'
import { isSameCard } from '../cards.ts'
import { notFound } from '../errors.ts'
import type { Call } from '../method.ts'
import { boundCards } from './bindings.ts'

/** Where a record of history stands; null where there is no such record. Comments and log messages share numbers. */
export function cardsOfRecord(call: Call, recordId: number): Card[] | null {
  const { comments, timeline } = call.portal.state
  const comment = comments.get(recordId)
  if (comment) return boundCards(call.portal.state, comment)
  const message = timeline.messages.get(recordId)
  return message ? [message.card] : null
}

/** Throws NOT_FOUND for a record that does not stand on that card. */
export function checkRecordOnCard(call: Call, recordId: number, card: Card): void {
  const cards = cardsOfRecord(call, recordId)
  if (!cards?.some((own) => isSameCard(own, card))) throw notFound('Not found.')
}
