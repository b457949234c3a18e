import { withoutCode } from '../rules/errors.ts'
import { checkCrm } from '../rules/crm-access.ts'
import { printCurrency } from '../rules/currency-print.ts'
import type { Method } from '../rules/method.ts'
import { anyCase } from '../rules/params.ts'
import { sortRows } from '../rules/rows.ts'

export const method: Method = {
  scope: 'crm',
  run(call) {
    const { portal, params } = call
    checkCrm(call, () => withoutCode('Access denied.'))
    const rows = sortRows(portal.state.currencies.list().map(printCurrency), anyCase(params, 'order'))
    return { result: rows, total: rows.length }
  },
}
