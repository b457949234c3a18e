import { RestError } from '../rules/errors.ts'
import { isForeign } from '../rules/own-application.ts'
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
    if (isForeign(call.caller, activity.clientId))
      throw new RestError(
        400,
        'ERROR_WRONG_APPLICATION',
        'The activity can only be updated by the application that created it',
      )
    const { id } = updateActivity(call, activity, readConfigurable(call, activity))
    return { result: { activity: { id } } }
  },
}
