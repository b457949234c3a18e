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
    const rest = activity.cards.filter((own) => !isSameCard(own, card))
    if (rest.length === activity.cards.length) throw new RestError(400, 'BINDING_NOT_FOUND', 'Binding not found')
    if (rest.length === 0)
      throw new RestError(400, 'LAST_BINDING_CANNOT_BE_DELETED', 'The last binding cannot be deleted')
    updateActivity(call, activity, { cards: rest })
    return { result: true }
  },
}
