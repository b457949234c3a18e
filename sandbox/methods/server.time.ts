import type { Method } from '../rules/method.ts'
import { formatInstant } from '../rules/time.ts'

export const method: Method = {
  scope: 'basic',
  run: ({ portal }) => ({ result: formatInstant(Math.floor(portal.now() / 1000)) }),
}
