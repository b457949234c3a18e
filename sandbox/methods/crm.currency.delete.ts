import { currencyAdmin, currencyOf } from '../rules/currencies.ts'
import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { tell } from '../rules/tell.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/crm/currency/crm-currency-delete.html */
export const method: Method = {
  scope: 'crm',
  isWrite: true,
  adminOnly: currencyAdmin,
  run(call) {
    const { code, isBase } = currencyOf(call)
    if (isBase) throw withoutCode('Cannot delete base currency.')
    call.portal.state.currencies.remove(code)
    tell(call, 'ONCRMCURRENCYDELETE', { FIELDS: { ID: code } })
    return { result: true }
  },
}
