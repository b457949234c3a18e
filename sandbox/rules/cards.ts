import type { Card } from '../state/activities.ts'
import { accessDenied, notFound, RestError } from './errors.ts'
import type { Call } from './method.ts'
import { requiredId, type Params } from './params.ts'

export const ownerNotFound = (): RestError => new RestError(400, 'OWNER_NOT_FOUND', 'Owner was not found')

/** Whether the caller may read or change that card; a card that is not there is nobody's. */
export function mayTouch(call: Call, card: Card, action: 'read' | 'write'): boolean {
  const item = call.portal.state.items.get(card.entityTypeId, card.id)
  if (!item) return false
  return call.portal.rights.may(call.caller.userId, card.entityTypeId, action, Number(item.values['assignedById']))
}

/** The card two parameters name. Throws OWNER_NOT_FOUND or ACCESS_DENIED. */
export function cardOf(call: Call, params: Params, names: [type: string, id: string], action: 'read' | 'write'): Card {
  const card = { entityTypeId: requiredId(params, names[0]), id: requiredId(params, names[1]) }
  checkCard(call, card, action)
  return card
}

export function checkCard(call: Call, card: Card, action: 'read' | 'write'): void {
  if (!call.portal.catalogue.of(card.entityTypeId) || !call.portal.state.items.exists(card.entityTypeId, card.id))
    throw ownerNotFound()
  if (!mayTouch(call, card, action)) throw accessDenied()
}

export const isSameCard = (one: Card, other: Card): boolean =>
  one.entityTypeId === other.entityTypeId && one.id === other.id

/** Throws NOT_FOUND for null. */
export function found<T>(value: T | null | undefined, description = 'Not found.'): T {
  if (value === null || value === undefined) throw notFound(description)
  return value
}
