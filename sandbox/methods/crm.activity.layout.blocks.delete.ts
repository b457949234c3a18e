import { activityOnCard, wrongContext } from '../rules/activities/access.ts'
import { updateActivity } from '../rules/activities/write.ts'
import { cardOf } from '../rules/cards.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  appOnly: wrongContext,
  run(call) {
    const card = cardOf(call, call.params, ['entityTypeId', 'entityId'], 'write')
    updateActivity(call, activityOnCard(call, card), { extraBlocks: null })
    return { result: { success: true } }
  },
}
