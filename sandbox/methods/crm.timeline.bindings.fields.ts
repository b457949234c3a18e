import type { Method } from '../rules/method.ts'
import { describeRecord } from '../rules/records.ts'
import { bindingFields } from '../rules/timeline/fields.ts'

export const method: Method = {
  scope: 'crm',
  run: () => ({ result: describeRecord(bindingFields) }),
}
