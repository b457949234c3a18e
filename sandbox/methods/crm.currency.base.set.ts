import { currencyAdmin, currencyOf, saveCurrency } from '../rules/currencies.ts'
import type { Method } from '../rules/method.ts'

/**
 * The rates stay as they are, though they were told in another currency.
 * Documented at https://apidocs.bitrix24.com/api-reference/crm/currency/crm-currency-base-set.html
 */
export const method: Method = {
  scope: 'crm',
  isWrite: true,
  adminOnly: currencyAdmin,
  run(call) {
    const currency = currencyOf(call)
    if (!currency.isBase) saveCurrency(call, { ...currency, isBase: true }, 'UPDATE')
    return { result: true }
  },
}
