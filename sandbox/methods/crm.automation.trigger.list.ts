import type { Method } from '../rules/method.ts'
import { triggerAdmin, triggerContext } from '../rules/triggers.ts'

export const method: Method = {
  scope: 'crm',
  appOnly: triggerContext,
  adminOnly: triggerAdmin,
  run: ({ portal }) => ({
    result: portal.state.automation.triggers.list().map(({ name, code }) => ({ NAME: name, CODE: code })),
  }),
}
