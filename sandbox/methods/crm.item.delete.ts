import { accessibleItem, catalogueOf } from '../rules/item-access.ts'
import { deleteItem } from '../rules/item-write.ts'
import type { Method } from '../rules/method.ts'
import { requiredId } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  isIntranetOnly: true,
  isWrite: true,
  run(call) {
    const entityTypeId = requiredId(call.params, 'entityTypeId')
    catalogueOf(call, entityTypeId)
    deleteItem(call, accessibleItem(call, entityTypeId, requiredId(call.params, 'id'), 'delete'))
    return { result: [] }
  },
}
