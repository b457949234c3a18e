import { withoutCode } from '../rules/errors.ts'
import { updateItem } from '../rules/item-write.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger } from '../rules/params.ts'
import { findTrigger, triggerAdmin, triggerCode, triggerContext } from '../rules/triggers.ts'

/** Wherever somebody has put the trigger on a stage of the item's funnel, the item goes there. */
export const method: Method = {
  scope: 'crm',
  isWrite: true,
  appOnly: triggerContext,
  adminOnly: triggerAdmin,
  run(call) {
    const { portal, params } = call
    const code = triggerCode(call)
    if (!findTrigger(call, code)) throw withoutCode(`Trigger with code ${code} is not registered.`)
    const entityTypeId = toInteger(anyCase(params, 'OWNER_TYPE_ID')) ?? 0
    const catalogue = portal.catalogue.of(entityTypeId)
    if (!catalogue) throw withoutCode('Incorrect parameter OWNER_TYPE_ID.')
    const id = toInteger(anyCase(params, 'OWNER_ID')) ?? 0
    const item = portal.state.items.get(entityTypeId, id)
    if (!item) throw withoutCode('Incorrect parameter OWNER_ID.')
    const stages = portal.stages(entityTypeId, Number(item.values['categoryId'] ?? 0))
    const target = portal.state.automation.stageTriggers
      .marked(code)
      .find((placed) => placed.entityTypeId === entityTypeId && stages.some((one) => one.statusId === placed.stageId))
    if (target) updateItem(call, catalogue, item, { stageId: target.stageId }, true)
    return { result: true }
  },
}
