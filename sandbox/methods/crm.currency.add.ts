import { currencyAdmin, fieldsOf, saveCurrency, withRate } from '../rules/currencies.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/crm/currency/crm-currency-add.html */
export const method: Method = {
  scope: 'crm',
  isWrite: true,
  adminOnly: currencyAdmin,
  run(call) {
    const fields = fieldsOf(call)
    for (const name of ['CURRENCY', 'AMOUNT_CNT', 'AMOUNT'])
      if (toText(anyCase(fields, name)) === '') throw new RestError(400, 'ERROR_CORE', `Undefined array key "${name}"`)
    const code = toText(anyCase(fields, 'CURRENCY')).toUpperCase()
    const known = call.portal.state.currencies.list()
    if (!/^[A-Z]{3}$/.test(code)) throw new RestError(400, 'ERROR_CORE', 'The currency code must have three letters')
    if (known.some((currency) => currency.code === code))
      throw new RestError(400, 'ERROR_CORE', 'The currency exists already')
    const blank = { code, rate: 1, isBase: false, sort: 100, updated: 0 }
    saveCurrency(call, withRate(call, blank, fields), 'ADD')
    return { result: code }
  },
}
