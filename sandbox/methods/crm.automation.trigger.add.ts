import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'
import { findTrigger, triggerAdmin, triggerCode, triggerContext } from '../rules/triggers.ts'

/** The same code again renames the trigger. */
export const method: Method = {
  scope: 'crm',
  isWrite: true,
  appOnly: triggerContext,
  adminOnly: triggerAdmin,
  run(call) {
    const { triggers } = call.portal.state.automation
    const code = triggerCode(call)
    const name = toText(anyCase(call.params, 'NAME')).trim()
    if (name === '') throw withoutCode('Empty trigger name!')
    const known = findTrigger(call, code)
    if (known) triggers.save({ ...known, name })
    else triggers.add({ code, name })
    return { result: true }
  },
}
