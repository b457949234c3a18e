import { wrongContext } from '../rules/activities/access.ts'
import { configurableActivity, readConfigurable } from '../rules/activities/configurable.ts'
import { updateActivity } from '../rules/activities/write.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  appOnly: wrongContext,
  run(call) {
    const activity = configurableActivity(call, 'write')
    const { id } = updateActivity(call, activity, readConfigurable(call, activity))
    return { result: { activity: { id } } }
  },
}
