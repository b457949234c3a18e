import { activityOnCard, wrongContext } from '../rules/activities/access.ts'
import { cardOf } from '../rules/cards.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  appOnly: wrongContext,
  run(call) {
    const card = cardOf(call, call.params, ['entityTypeId', 'entityId'], 'read')
    return { result: { layout: activityOnCard(call, card).extraBlocks } }
  },
}
