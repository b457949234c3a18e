import { updateUserField } from '../rules/legacy-user-fields.ts'
import { companyType } from '../rules/standard-fields.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/crm/companies/userfields/crm-company-userfield-update.html */
export const method = updateUserField(companyType)
