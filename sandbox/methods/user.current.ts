import type { Method } from '../rules/method.ts'
import { printUser } from '../rules/user-print.ts'

export const method: Method = {
  scope: 'user',
  run: ({ portal, user }) => ({ result: printUser(portal, user) }),
}
