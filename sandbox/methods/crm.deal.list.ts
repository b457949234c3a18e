import { legacyList } from '../rules/legacy-item.ts'
import type { Method } from '../rules/method.ts'
import { dealType } from '../rules/standard-fields.ts'

export const method: Method = {
  scope: 'crm',
  run: (call) => legacyList(call, dealType),
}
