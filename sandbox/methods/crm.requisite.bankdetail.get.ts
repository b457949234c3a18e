import type { Method } from '../rules/method.ts'
import { printRecord } from '../rules/records.ts'
import { bankDetailFields } from '../rules/requisites/fields.ts'
import { bankDetailFor, requiredNumber } from '../rules/requisites/owners.ts'

export const method: Method = {
  scope: 'crm',
  run: (call) => ({
    result: printRecord(bankDetailFields, bankDetailFor(call, requiredNumber(call.params, 'ID'), 'read').values),
  }),
}
