import type { Method } from '../rules/method.ts'
import { describeRecord } from '../rules/records.ts'
import { bankDetailFields } from '../rules/requisites/fields.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/crm/requisites/bank-detail/crm-requisite-bank-detail-fields.html */
export const method: Method = {
  scope: 'crm',
  run: () => ({ result: describeRecord(bankDetailFields) }),
}
