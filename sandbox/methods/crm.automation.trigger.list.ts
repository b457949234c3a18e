import { withoutCode } from '../rules/errors.ts'
import { checkCrm } from '../rules/crm-access.ts'
import type { Method } from '../rules/method.ts'
import { triggerAdmin, triggerContext } from '../rules/triggers.ts'

export const method: Method = {
  scope: 'crm',
  appOnly: triggerContext,
  adminOnly: triggerAdmin,
  run(call) {
    checkCrm(call, () => withoutCode('Access denied.'))
    const result = call.portal.state.automation.triggers.list().map(({ name, code }) => ({ NAME: name, CODE: code }))
    return { result }
  },
}
