import { wrongContext } from '../rules/activities/access.ts'
import { badgeOf, printBadge } from '../rules/activities/badges.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  appOnly: wrongContext,
  run: (call) => ({ result: { badge: printBadge(call, badgeOf(call)) } }),
}
