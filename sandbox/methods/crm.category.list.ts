import { funnelType, printCategory } from '../rules/categories.ts'
import type { Method } from '../rules/method.ts'
import { requiredId } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  run(call) {
    const entityTypeId = requiredId(call.params, 'entityTypeId')
    funnelType(call, entityTypeId)
    const categories = call.portal.categories(entityTypeId).map(printCategory)
    return { result: { categories }, total: categories.length }
  },
}
