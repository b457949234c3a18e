import { accessibleItem, catalogueOf } from '../rules/item-access.ts'
import { printItem } from '../rules/item-print.ts'
import type { Method } from '../rules/method.ts'
import { isYes, requiredId } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  isIntranetOnly: true,
  run(call) {
    const entityTypeId = requiredId(call.params, 'entityTypeId')
    const catalogue = catalogueOf(call, entityTypeId)
    const item = accessibleItem(call, entityTypeId, requiredId(call.params, 'id'), 'read')
    const original = isYes(call.params['useOriginalUfNames'])
    return { result: { item: printItem(call.portal, catalogue, item, { original }) } }
  },
}
