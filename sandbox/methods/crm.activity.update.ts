import { plainActivity, readPlain } from '../rules/activities/plain.ts'
import { updateActivity } from '../rules/activities/write.ts'
import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toMap } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const activity = plainActivity(call, 'write')
    const fields = toMap(anyCase(call.params, 'fields'))
    if (Object.keys(fields).length === 0) throw withoutCode('The fields are not defined.')
    updateActivity(call, activity, readPlain(call, fields, activity))
    return { result: true }
  },
}
