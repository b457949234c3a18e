import { updateUserField } from '../rules/legacy-user-fields.ts'
import { contactType } from '../rules/standard-fields.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/crm/contacts/userfield/crm-contact-userfield-update.html */
export const method = updateUserField(contactType)
