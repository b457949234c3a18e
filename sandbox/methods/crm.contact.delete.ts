import { legacyDelete } from '../rules/legacy-write.ts'
import type { Method } from '../rules/method.ts'
import { contactType } from '../rules/standard-fields.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run: (call) => legacyDelete(call, contactType),
}
