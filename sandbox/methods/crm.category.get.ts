import { accessDenied } from '../rules/errors.ts'
import { mayReadType } from '../rules/crm-access.ts'
import { categoryOf, funnelType, printCategory } from '../rules/categories.ts'
import type { Method } from '../rules/method.ts'
import { requiredId } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  run(call) {
    const entityTypeId = requiredId(call.params, 'entityTypeId')
    funnelType(call, entityTypeId)
    if (!mayReadType(call.portal, call.caller, entityTypeId)) throw accessDenied()
    return { result: { category: printCategory(categoryOf(call, entityTypeId, requiredId(call.params, 'id'))) } }
  },
}
