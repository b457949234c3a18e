import { activityOnCard, configurable, wrongContext } from '../rules/activities/access.ts'
import { readExtraBlocks } from '../rules/activities/layout.ts'
import { updateActivity } from '../rules/activities/write.ts'
import { cardOf } from '../rules/cards.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { required } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  appOnly: wrongContext,
  run(call) {
    const card = cardOf(call, call.params, ['entityTypeId', 'entityId'], 'write')
    const activity = activityOnCard(call, card)
    if (activity.providerId === configurable)
      throw new RestError(400, 'UNSUITABLE_ACTIVITY_TYPE_ERROR', 'A configurable activity draws itself')
    updateActivity(call, activity, { extraBlocks: readExtraBlocks(required(call.params, 'layout')) })
    return { result: { success: true } }
  },
}
