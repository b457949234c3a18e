import type { Item } from '../state/items.ts'
import type { TypeCatalogue } from './catalogue.ts'
import { accessDenied, notFound } from './errors.ts'
import type { Call } from './method.ts'
import type { Deed } from './rights.ts'

/** The fields of the type the caller named, or the vendor's "no such smart process". */
export function catalogueOf(call: Call, entityTypeId: number): TypeCatalogue {
  const catalogue = call.portal.catalogue.of(entityTypeId)
  if (!catalogue) throw notFound('Smart process not found')
  return catalogue
}

/** The item, provided that it exists and the caller may read or change it. */
export function accessibleItem(call: Call, entityTypeId: number, id: number, action: Deed): Item {
  const item = call.portal.state.items.get(entityTypeId, id)
  if (!item) throw notFound('Element not found')
  if (!call.portal.rights.may(call.caller.userId, entityTypeId, action, Number(item.values['assignedById'])))
    throw accessDenied()
  return item
}
