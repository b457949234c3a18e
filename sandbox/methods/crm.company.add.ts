import { legacyAdd } from '../rules/legacy-write.ts'
import type { Method } from '../rules/method.ts'
import { companyType } from '../rules/standard-fields.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run: (call) => legacyAdd(call, companyType),
}
