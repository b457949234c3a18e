import type { Method } from '../rules/method.ts'
import { requiredNumber, requisiteFor } from '../rules/requisites/owners.ts'
import { removeRequisite } from '../rules/requisites/removal.ts'
import { tell } from '../rules/tell.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const requisite = requisiteFor(call, requiredNumber(call.params, 'ID'), 'write')
    removeRequisite(call.portal.state, requisite.id)
    tell(call, 'ONCRMREQUISITEDELETE', { FIELDS: { ID: requisite.id } })
    return { result: true }
  },
}
