import { funnelType, printCategory } from '../rules/categories.ts'
import { accessDenied, RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { isYes, requiredId, requiredMap, toInteger, toText } from '../rules/params.ts'
import { schemaChanged } from '../rules/schema-events.ts'
import { dealType } from '../rules/standard-fields.ts'
import { addStages, dealStages, newFunnelStages } from '../rules/stages.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  adminOnly: accessDenied,
  run(call) {
    const { portal } = call
    const entityTypeId = requiredId(call.params, 'entityTypeId')
    funnelType(call, entityTypeId)
    if (entityTypeId !== dealType && portal.types.get(entityTypeId)?.flags['isCategoriesEnabled'] !== 'Y')
      throw new RestError(400, 'ADDING_DISABLED', 'Funnels are switched off for this type')
    const fields = requiredMap(call.params, 'fields')
    const name = toText(fields['name']).trim()
    if (name === '') throw new RestError(400, 0, "Field 'NAME' is required")
    const category = {
      entityTypeId,
      id: portal.state.meta.nextId('category'),
      name,
      sort: toInteger(fields['sort']) ?? 500,
      isDefault: isYes(fields['isDefault']),
    }
    portal.state.db.transaction(() => {
      portal.state.types.saveCategory(category)
      addStages(portal.state, entityTypeId, category.id, entityTypeId === dealType ? dealStages : newFunnelStages)
    })()
    schemaChanged(call, 'ONCRMCATEGORYADD', { ID: category.id, ENTITY_TYPE_ID: entityTypeId })
    return { result: { category: printCategory(category) } }
  },
}
