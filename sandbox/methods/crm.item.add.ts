import { checkPlan } from '../rules/plan.ts'
import { catalogueOf } from '../rules/item-access.ts'
import { printItem } from '../rules/item-print.ts'
import { addItem } from '../rules/item-write.ts'
import type { Method } from '../rules/method.ts'
import { isYes, requiredId, requiredMap } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  isIntranetOnly: true,
  isWrite: true,
  run(call) {
    const catalogue = catalogueOf(call, requiredId(call.params, 'entityTypeId'))
    checkPlan(call, 'CREATE_DYNAMIC_ITEM_RESTRICTED', catalogue.entityTypeId)
    const original = isYes(call.params['useOriginalUfNames'])
    const item = addItem(call, catalogue, requiredMap(call.params, 'fields'), original)
    return { result: { item: printItem(call.portal, catalogue, item, { original }) } }
  },
}
