import { categoryOf, funnelType } from '../rules/categories.ts'
import { accessDenied, RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { requiredId } from '../rules/params.ts'
import { schemaChanged } from '../rules/schema-events.ts'
import { dealType } from '../rules/standard-fields.ts'
import { stageDictionary } from '../rules/stages.ts'

/** Deals and smart processes complain of the same things with different codes. */
export const method: Method = {
  scope: 'crm',
  isWrite: true,
  adminOnly: accessDenied,
  run(call) {
    const { state } = call.portal
    const entityTypeId = requiredId(call.params, 'entityTypeId')
    funnelType(call, entityTypeId)
    const category = categoryOf(call, entityTypeId, requiredId(call.params, 'id'))
    const isDeal = entityTypeId === dealType
    if (category.isDefault)
      throw isDeal
        ? new RestError(400, 0, 'Default deal category cannot be deleted')
        : new RestError(400, 'BX_ERROR', 'This funnel is the default funnel')
    if (state.items.hasAnyIn(entityTypeId, category.id))
      throw isDeal
        ? new RestError(400, 0, `Deals related to the funnel "${category.name}" found`)
        : new RestError(400, 'BX_ERROR', 'Elements related to the funnel found')
    state.db.transaction(() => {
      state.statuses.removeEntity(stageDictionary(entityTypeId, category.id))
      state.types.removeCategory(category)
    })()
    schemaChanged(call, 'ONCRMCATEGORYDELETE', { ID: category.id, ENTITY_TYPE_ID: entityTypeId })
    return { result: null }
  },
}
