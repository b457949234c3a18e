import type { Item } from '../state/items.ts'
import type { Call } from './method.ts'
import { companyType, contactType, dealType, leadType } from './standard-fields.ts'

const names: Record<number, string> = {
  [leadType]: 'LEAD',
  [dealType]: 'DEAL',
  [contactType]: 'CONTACT',
  [companyType]: 'COMPANY',
}

export type ItemAction = 'add' | 'update' | 'delete'

/** Tells the application and the live pages what was done to an item. */
export function itemChanged(call: Call, action: ItemAction, entityTypeId: number, id: number): void {
  const native = names[entityTypeId]
  const suffix = action.toUpperCase()
  call.portal.events.fire({
    name: native ? `ONCRM${native}${suffix}` : `ONCRMDYNAMICITEM${suffix}`,
    aliases: native ? [] : [`ONCRMDYNAMICITEM${suffix}_${entityTypeId}`],
    data: { FIELDS: native ? { ID: id } : { ID: id, ENTITY_TYPE_ID: entityTypeId } },
    userId: call.caller.userId,
    connector: call.request.connector,
  })
  call.portal.announce({ kind: 'item', action, entityTypeId, id, userId: call.caller.userId })
}

/** A deal has been put into another funnel. */
export function dealMoved(call: Call, deal: Item): void {
  call.portal.events.fire({
    name: 'ONCRMDEALMOVETOCATEGORY',
    data: { FIELDS: { ID: deal.id, CATEGORY_ID: deal.values['categoryId'], STAGE_ID: deal.values['stageId'] } },
    userId: call.caller.userId,
    connector: call.request.connector,
  })
}
