import { wrongContext } from '../rules/activities/access.ts'
import { badgeOf } from '../rules/activities/badges.ts'
import { accessDenied } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  appOnly: wrongContext,
  adminOnly: accessDenied,
  run(call) {
    call.portal.state.activities.badges.remove(badgeOf(call).id)
    return { result: true }
  },
}
