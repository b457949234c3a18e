import { categoryOf, funnelType, printCategory } from '../rules/categories.ts'
import { accessDenied } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { isYes, requiredId, requiredMap, toInteger, toText } from '../rules/params.ts'
import { schemaChanged } from '../rules/schema-events.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  adminOnly: accessDenied,
  run(call) {
    const entityTypeId = requiredId(call.params, 'entityTypeId')
    funnelType(call, entityTypeId)
    const category = categoryOf(call, entityTypeId, requiredId(call.params, 'id'))
    const fields = requiredMap(call.params, 'fields')
    const updated = {
      ...category,
      name: toText(fields['name']).trim() || category.name,
      sort: toInteger(fields['sort']) ?? category.sort,
      isDefault: category.isDefault || isYes(fields['isDefault']),
    }
    call.portal.state.types.saveCategory(updated)
    schemaChanged(call, 'ONCRMCATEGORYUPDATE', { ID: category.id, ENTITY_TYPE_ID: entityTypeId })
    return { result: { category: printCategory(updated) } }
  },
}
