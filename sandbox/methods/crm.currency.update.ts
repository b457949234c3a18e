import { currencyAdmin, currencyOf, fieldsOf, saveCurrency, withRate } from '../rules/currencies.ts'
import type { Method } from '../rules/method.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/crm/currency/crm-currency-update.html */
export const method: Method = {
  scope: 'crm',
  isWrite: true,
  adminOnly: currencyAdmin,
  run(call) {
    saveCurrency(call, withRate(call, currencyOf(call), fieldsOf(call)), 'UPDATE')
    return { result: true }
  },
}
