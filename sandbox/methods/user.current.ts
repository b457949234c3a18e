import type { Method } from '../rules/method.ts'
import { formatInstant } from '../rules/time.ts'
import { printUser } from '../rules/user-print.ts'

export const method: Method = {
  scope: 'user',
  // Here alone the last activity is a date, in the database's spelling.
  run({ portal, user }) {
    const active = formatInstant(Math.floor(portal.now() / 1000))
      .slice(0, 19)
      .replace('T', ' ')
    return { result: { ...printUser(portal, user), LAST_ACTIVITY_DATE: active } }
  },
}
