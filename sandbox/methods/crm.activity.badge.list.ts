import { wrongContext } from '../rules/activities/access.ts'
import { printBadge } from '../rules/activities/badges.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  appOnly: wrongContext,
  run: (call) => ({
    result: { badges: call.portal.state.activities.badges.list().map((badge) => printBadge(call, badge)) },
  }),
}
