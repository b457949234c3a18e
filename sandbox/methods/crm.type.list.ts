import { accessDenied } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { selectRows } from '../rules/rows.ts'
import { printType } from '../rules/type-print.ts'

export const method: Method = {
  scope: 'crm',
  adminOnly: accessDenied,
  run({ portal, params, start }) {
    const all = selectRows(portal.types.list().map(printType), params['filter'], params['order'])
    const page = pageOf(all, start)
    return { result: { types: page.rows }, total: page.total, next: page.next, rows: page.rows.length }
  },
}
