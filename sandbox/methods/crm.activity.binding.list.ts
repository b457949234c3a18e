import { activityOf } from '../rules/activities/access.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  run: (call) => ({
    result: activityOf(call, 'activityId', 'read').cards.map((card) => ({
      entityTypeId: card.entityTypeId,
      entityId: card.id,
    })),
  }),
}
