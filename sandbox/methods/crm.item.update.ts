import { checkPlan } from '../rules/plan.ts'
import { accessibleItem, catalogueOf } from '../rules/item-access.ts'
import { printItem } from '../rules/item-print.ts'
import { updateItem } from '../rules/item-write.ts'
import type { Method } from '../rules/method.ts'
import { isYes, requiredId, requiredMap } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  isIntranetOnly: true,
  isWrite: true,
  run(call) {
    const entityTypeId = requiredId(call.params, 'entityTypeId')
    const catalogue = catalogueOf(call, entityTypeId)
    checkPlan(call, 'UPDATE_DYNAMIC_ITEM_RESTRICTED', catalogue.entityTypeId)
    const item = accessibleItem(call, entityTypeId, requiredId(call.params, 'id'), 'write')
    const original = isYes(call.params['useOriginalUfNames'])
    const updated = updateItem(call, catalogue, item, requiredMap(call.params, 'fields'), original)
    return { result: { item: printItem(call.portal, catalogue, updated, { original }) } }
  },
}
