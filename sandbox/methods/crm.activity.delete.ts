import { plainActivity } from '../rules/activities/plain.ts'
import { removeActivity } from '../rules/activities/write.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    removeActivity(call, plainActivity(call, 'write'))
    return { result: true }
  },
}
