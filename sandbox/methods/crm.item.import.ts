import { checkPlan } from '../rules/plan.ts'
import { accessDenied } from '../rules/errors.ts'
import { catalogueOf } from '../rules/item-access.ts'
import { importItem } from '../rules/item-import.ts'
import type { Method } from '../rules/method.ts'
import { isYes, requiredId, requiredMap } from '../rules/params.ts'

/** As adding, and the caller may say when and by whom the item was made. */
export const method: Method = {
  scope: 'crm',
  isIntranetOnly: true,
  isWrite: true,
  run(call) {
    const catalogue = catalogueOf(call, requiredId(call.params, 'entityTypeId'))
    checkPlan(call, 'CREATE_DYNAMIC_ITEM_RESTRICTED', catalogue.entityTypeId)
    if (!call.portal.rights.mayAdd(call.caller.userId, catalogue.entityTypeId)) throw accessDenied()
    const original = isYes(call.params['useOriginalUfNames'])
    return { result: { item: { id: importItem(call, catalogue, requiredMap(call.params, 'fields'), original) } } }
  },
}
