import type { Method } from '../rules/method.ts'
import { printRecord } from '../rules/records.ts'
import { requisiteFields } from '../rules/requisites/fields.ts'
import { requiredNumber, requisiteFor } from '../rules/requisites/owners.ts'

export const method: Method = {
  scope: 'crm',
  run: (call) => ({
    result: printRecord(requisiteFields, requisiteFor(call, requiredNumber(call.params, 'ID'), 'read').values),
  }),
}
