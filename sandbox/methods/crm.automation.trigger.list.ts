import { withoutCode } from '../rules/errors.ts'
import { checkCrm } from '../rules/crm-access.ts'
import type { Method } from '../rules/method.ts'
import { triggerAdmin, triggerContext } from '../rules/triggers.ts'

export const method: Method = {
  scope: 'crm',
  appOnly: triggerContext,
  run(call) {
    // Whether CRM is open to him at all is asked first, and refused in other words.
    checkCrm(call, () => withoutCode('Access denied.'))
    if (!call.portal.rights.isAdmin(call.caller.userId)) throw triggerAdmin()
    const result = call.portal.state.automation.triggers.list().map(({ name, code }) => ({ NAME: name, CODE: code }))
    return { result }
  },
}
