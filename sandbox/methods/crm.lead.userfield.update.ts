import { updateUserField } from '../rules/legacy-user-fields.ts'
import { leadType } from '../rules/standard-fields.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/crm/leads/userfield/crm-lead-userfield-update.html */
export const method = updateUserField(leadType)
