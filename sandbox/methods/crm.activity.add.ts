import { ownerCard, readPlain } from '../rules/activities/plain.ts'
import { addActivity } from '../rules/activities/write.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toMap } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const fields = toMap(anyCase(call.params, 'fields'))
    const read = readPlain(call, fields, null)
    return { result: addActivity(call, ownerCard(call, fields), read).id }
  },
}
