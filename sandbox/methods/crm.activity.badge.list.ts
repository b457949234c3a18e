import { checkCrm } from '../rules/crm-access.ts'
import { wrongContext } from '../rules/activities/access.ts'
import { printBadge } from '../rules/activities/badges.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  appOnly: wrongContext,
  run(call) {
    checkCrm(call)
    return {
      result: { badges: call.portal.state.activities.badges.list().map((badge) => printBadge(call, badge)) },
    }
  },
}
