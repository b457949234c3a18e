import { getUserField } from '../rules/legacy-user-fields.ts'
import { companyType } from '../rules/standard-fields.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/crm/companies/userfields/crm-company-userfield-get.html */
export const method = getUserField(companyType)
