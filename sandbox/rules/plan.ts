import { RestError } from './errors.ts'
import type { Call } from './method.ts'
import { nativeTypes } from './standard-fields.ts'

const words = {
  CREATE_DYNAMIC_TYPE_RESTRICTED: 'Maximum number of SPAs exceeded',
  UPDATE_DYNAMIC_TYPE_RESTRICTED: "You cannot change the SPA settings due to your plan's restrictions",
  CREATE_DYNAMIC_ITEM_RESTRICTED: 'You cannot create a new item due to your plan restrictions',
  UPDATE_DYNAMIC_ITEM_RESTRICTED: 'You cannot change the item due to your plan restrictions',
}

/** A plan without smart processes lets them be read and nothing else. */
export function checkPlan(call: Call, code: keyof typeof words, entityTypeId?: number): void {
  if (entityTypeId !== undefined && nativeTypes.includes(entityTypeId)) return
  if (!call.portal.features.smartProcesses) throw new RestError(400, code, words[code])
}
