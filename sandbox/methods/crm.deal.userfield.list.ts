import { listUserFields } from '../rules/legacy-user-fields.ts'
import { dealType } from '../rules/standard-fields.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/crm/deals/user-defined-fields/crm-deal-userfield-list.html */
export const method = listUserFields(dealType)
