import { checkCrm } from '../rules/crm-access.ts'
import { wrongContext } from '../rules/activities/access.ts'
import { badgeOf, printBadge } from '../rules/activities/badges.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  appOnly: wrongContext,
  run(call) {
    checkCrm(call)
    return { result: { badge: printBadge(call, badgeOf(call)) } }
  },
}
