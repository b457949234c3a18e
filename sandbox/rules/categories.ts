import type { Category } from '../state/types.ts'
import { notFound, RestError } from './errors.ts'
import type { Call } from './method.ts'
import { dealType, nativeTypes } from './standard-fields.ts'

/** The type a funnel method speaks of. Leads, contacts and companies have no funnels. */
export function funnelType(call: Call, entityTypeId: number): void {
  if (entityTypeId === dealType) return
  if (nativeTypes.includes(entityTypeId))
    throw new RestError(400, 'ENTITY_TYPE_NOT_SUPPORTED', `Entity type ${entityTypeId} is not supported`)
  if (!call.portal.types.get(entityTypeId)) throw notFound('Smart process not found')
}

export function categoryOf(call: Call, entityTypeId: number, id: number): Category {
  const category = call.portal.categories(entityTypeId).find((candidate) => candidate.id === id)
  if (!category) throw notFound('Element not found')
  return category
}

export const printCategory = (category: Category): Record<string, unknown> => ({
  id: category.id,
  name: category.name,
  sort: category.sort,
  entityTypeId: category.entityTypeId,
  isDefault: category.isDefault ? 'Y' : 'N',
  ...(category.entityTypeId === dealType ? { originId: '', originatorId: '' } : {}),
})
