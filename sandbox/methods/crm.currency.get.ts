import { printCurrency } from '../rules/currency-print.ts'
import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/crm/currency/crm-currency-get.html */
export const method: Method = {
  scope: 'crm',
  run({ portal, params }) {
    const code = toText(anyCase(params, 'id')).toUpperCase()
    const currency = portal.state.currencies.list().find((candidate) => candidate.code === code)
    if (!currency) throw withoutCode('Not found')
    return { result: printCurrency(currency) }
  },
}
