import type { Card } from '../../state/activities.ts'
import { cardMark } from '../../state/activities.ts'
import { cardOf } from '../cards.ts'
import { RestError } from '../errors.ts'
import type { Call } from '../method.ts'
import { required, requiredId } from '../params.ts'
import { checkRecordOnCard } from './records.ts'

const most = 3

/** Puts a record on top of its card's timeline, or back. A card has three such places. */
export function setPinned(call: Call, isPinned: boolean): { result: null } {
  for (const name of ['id', 'ownerTypeId', 'ownerId']) required(call.params, name)
  const recordId = requiredId(call.params, 'id')
  const card: Card = cardOf(call, call.params, ['ownerTypeId', 'ownerId'], 'write')
  checkRecordOnCard(call, recordId, card)
  const { pins } = call.portal.state.timeline
  const onCard = pins.marked(cardMark(card))
  const known = onCard.find((pin) => pin.recordId === recordId)
  // A line that somebody has pinned or unpinned already.
  if (isPinned ? known !== undefined : known === undefined)
    throw new RestError(400, 'CAN_NOT_CHANGE_PINNED', 'Unable to perform the operation')
  if (isPinned && !known) {
    if (onCard.length >= most) throw new RestError(400, 0, 'Only three events can be added to favorites')
    pins.add({ recordId, card })
  }
  if (!isPinned && known) pins.remove(known.id)
  call.portal.announce({ kind: 'timeline', cards: [card] })
  return { result: null }
}
