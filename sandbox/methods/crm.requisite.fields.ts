import type { Method } from '../rules/method.ts'
import { describeRecord } from '../rules/records.ts'
import { requisiteFields } from '../rules/requisites/fields.ts'

export const method: Method = {
  scope: 'crm',
  run: () => ({ result: describeRecord(requisiteFields) }),
}
