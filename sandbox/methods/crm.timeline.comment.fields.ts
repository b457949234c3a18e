import type { Method } from '../rules/method.ts'
import { describeRecord } from '../rules/records.ts'
import { commentFields } from '../rules/timeline/fields.ts'

export const method: Method = {
  scope: 'crm',
  run: () => ({ result: describeRecord(commentFields) }),
}
