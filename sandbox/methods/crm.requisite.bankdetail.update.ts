import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toMap } from '../rules/params.ts'
import { bankDetailFields } from '../rules/requisites/fields.ts'
import { bankDetailFor, requiredNumber } from '../rules/requisites/owners.ts'
import { updateText } from '../rules/requisites/write.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/crm/requisites/bank-detail/crm-requisite-bank-detail-update.html */
export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const detail = bankDetailFor(call, requiredNumber(call.params, 'ID'), 'write')
    const fields = toMap(anyCase(call.params, 'fields'))
    if (Object.keys(fields).length === 0) throw withoutCode('The fields are not defined or invalid.')
    updateText(call, call.portal.state.legal.bankDetails, bankDetailFields, detail, fields, 'ONCRMBANKDETAILUPDATE')
    return { result: true }
  },
}
