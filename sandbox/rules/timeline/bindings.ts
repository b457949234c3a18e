import type { Card } from '../../state/activities.ts'
import { cardMark } from '../../state/activities.ts'
import type { Comment } from '../../state/comments.ts'
import { recordMark } from '../../state/timeline.ts'
import type { State } from '../../state/state.ts'
import { entityTypeName, readEntityType } from '../comments.ts'
import { isSameCard, mayTouch, ownerNotFound } from '../cards.ts'
import { withoutCode } from '../errors.ts'
import type { Call } from '../method.ts'
import { anyCase, toInteger, type Params } from '../params.ts'

const ownCard = (comment: Comment): Card => ({ entityTypeId: comment.entityTypeId, id: comment.entityId })

/** All the cards a comment stands on, the one it was written on first. */
export const boundCards = (state: State, comment: Comment): Card[] => [
  ownCard(comment),
  ...state.timeline.bindings.marked(recordMark(comment.id)).map((binding) => binding.card),
]

/** Whether the caller says on which card he means the comment. Throws OWNER_NOT_FOUND for one it does not stand on. */
export function namesItsCard(call: Call, comment: Comment): boolean {
  const { ownerTypeId, ownerId } = call.params
  if (ownerTypeId === undefined || ownerId === undefined) return false
  const named = { entityTypeId: Number(ownerTypeId), id: Number(ownerId) }
  if (!boundCards(call.portal.state, comment).some((card) => isSameCard(card, named))) throw ownerNotFound()
  return true
}

/** The comments of a card, those bound to it from elsewhere included, by their numbers. */
export function commentsOnCard(state: State, card: Card): Comment[] {
  const bound = state.timeline.bindings
    .marked(cardMark(card))
    .flatMap((binding) => state.comments.get(binding.recordId) ?? [])
  const own = state.comments.ofEntity(card.entityTypeId, card.id)
  return bound.length === 0 ? own : [...own, ...bound].sort((one, other) => one.id - other.id)
}

/** The record that is bound, for one who may read it. Throws without a code. */
export function boundRecord(call: Call, fields: Params): Comment {
  const id = toInteger(anyCase(fields, 'OWNER_ID'))
  if (id === null || id <= 0) throw withoutCode('OWNER_ID is not defined or invalid.')
  const comment = call.portal.state.comments.get(id)
  if (!comment) throw withoutCode('Not found.')
  if (!boundCards(call.portal.state, comment).some((card) => mayTouch(call, card, 'read')))
    throw withoutCode('Access denied.')
  return comment
}

/** The card it is bound to, for one who may change it. Throws without a code. */
export function bindingCard(call: Call, fields: Params): Card {
  const id = toInteger(anyCase(fields, 'ENTITY_ID'))
  if (id === null || id <= 0) throw withoutCode('ENTITY_ID is not defined or invalid.')
  const raw = anyCase(fields, 'ENTITY_TYPE')
  if (raw === undefined || raw === '') throw withoutCode('ENTITY_TYPE is not defined or invalid.')
  const card = { entityTypeId: knownType(call, raw), id }
  if (!call.portal.state.items.exists(card.entityTypeId, id)) throw withoutCode('Entity not found.')
  if (!mayTouch(call, card, 'write')) throw withoutCode('Access denied.')
  return card
}

function knownType(call: Call, raw: unknown): number {
  try {
    return readEntityType(call, raw)
  } catch {
    throw withoutCode('ENTITY_TYPE is not defined or invalid.')
  }
}

/** Takes a card away from a record; the card it was written on gives its place to the next. */
export function unbind(state: State, comment: Comment, card: Card): void {
  const bindings = state.timeline.bindings.marked(recordMark(comment.id))
  const binding = bindings.find((one) => isSameCard(one.card, card))
  if (binding) return state.timeline.bindings.remove(binding.id)
  const [heir] = bindings
  if (!isSameCard(ownCard(comment), card) || !heir) throw withoutCode('Binding is not found.')
  state.timeline.bindings.remove(heir.id)
  state.comments.save({ ...comment, entityTypeId: heir.card.entityTypeId, entityId: heir.card.id })
}

export const printBinding = (recordId: number, card: Card): Record<string, string> => ({
  OWNER_ID: String(recordId),
  ENTITY_ID: String(card.id),
  ENTITY_TYPE: entityTypeName(card.entityTypeId),
})
