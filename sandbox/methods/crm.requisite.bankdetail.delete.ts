import type { Method } from '../rules/method.ts'
import { bankDetailFor, requiredNumber } from '../rules/requisites/owners.ts'
import { tell } from '../rules/tell.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/crm/requisites/bank-detail/crm-requisite-bank-detail-delete.html */
export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const detail = bankDetailFor(call, requiredNumber(call.params, 'ID'), 'write')
    call.portal.state.legal.bankDetails.remove(detail.id)
    tell(call, 'ONCRMBANKDETAILDELETE', { FIELDS: { ID: detail.id } })
    return { result: true }
  },
}
