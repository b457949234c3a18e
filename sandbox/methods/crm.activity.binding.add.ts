import { activityOf } from '../rules/activities/access.ts'
import { updateActivity } from '../rules/activities/write.ts'
import { cardOf, isSameCard } from '../rules/cards.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const activity = activityOf(call, 'activityId', 'write')
    const card = cardOf(call, call.params, ['entityTypeId', 'entityId'], 'write')
    if (activity.cards.some((own) => isSameCard(own, card)))
      throw new RestError(400, 'ACTIVITY_IS_ALREADY_BOUND', 'Activity is already bound to this item')
    updateActivity(call, activity, { cards: [...activity.cards, card] })
    return { result: true }
  },
}
