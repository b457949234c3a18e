import { printCurrency } from '../rules/currency-print.ts'
import type { Method } from '../rules/method.ts'
import { anyCase } from '../rules/params.ts'
import { sortRows } from '../rules/rows.ts'

export const method: Method = {
  scope: 'crm',
  run({ portal, params }) {
    const rows = sortRows(portal.state.currencies.list().map(printCurrency), anyCase(params, 'order'))
    return { result: rows, total: rows.length }
  },
}
