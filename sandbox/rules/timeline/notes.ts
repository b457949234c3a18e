import { noteMark, type Note } from '../../state/timeline.ts'
import { activityOf } from '../activities/access.ts'
import { cardOf, isSameCard } from '../cards.ts'
import { notFound } from '../errors.ts'
import type { Call } from '../method.ts'
import { required, requiredId } from '../params.ts'
import { checkRecordOnCard } from './records.ts'

export interface NotePlace {
  itemType: 1 | 2
  itemId: number
}

/** The record a note is for, on the card it stands on. Throws NOT_FOUND, ACCESS_DENIED or 100. */
export function notePlace(call: Call, action: 'read' | 'write'): NotePlace {
  const { params } = call
  for (const name of ['ownerTypeId', 'ownerId', 'itemType', 'itemId']) required(params, name)
  const card = cardOf(call, params, ['ownerTypeId', 'ownerId'], action)
  const itemId = requiredId(params, 'itemId')
  const itemType = requiredId(params, 'itemType')
  if (itemType === 1) checkRecordOnCard(call, itemId, card)
  else if (itemType === 2) {
    const activity = activityOf(call, 'itemId', action)
    if (!activity.cards.some((own) => isSameCard(own, card))) throw notFound()
  } else throw notFound()
  return { itemType, itemId }
}

export const noteAt = (call: Call, place: NotePlace): Note | null =>
  call.portal.state.timeline.notes.marked(noteMark(place.itemType, place.itemId))[0] ?? null
