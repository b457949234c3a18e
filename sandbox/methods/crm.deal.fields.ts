import { legacyFields } from '../rules/legacy-fields.ts'
import type { Method } from '../rules/method.ts'
import { dealType } from '../rules/standard-fields.ts'

export const method: Method = {
  scope: 'crm',
  run: (call) => legacyFields(call, dealType),
}
