import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { findTrigger, triggerAdmin, triggerCode, triggerContext } from '../rules/triggers.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  appOnly: triggerContext,
  adminOnly: triggerAdmin,
  run(call) {
    const { triggers, stageTriggers } = call.portal.state.automation
    const known = findTrigger(call, triggerCode(call))
    if (!known) throw withoutCode('Trigger not found')
    triggers.remove(known.id)
    for (const placed of stageTriggers.marked(known.code)) stageTriggers.remove(placed.id)
    return { result: true }
  },
}
