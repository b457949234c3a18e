import { checkCrm, deniedInWords } from '../rules/crm-access.ts'
import type { Method } from '../rules/method.ts'
import { anyCase } from '../rules/params.ts'
import { selectRows } from '../rules/rows.ts'
import { printStatus } from '../rules/status-print.ts'

export const method: Method = {
  scope: 'crm',
  // Dictionaries come whole: this list has no pages.
  run(call) {
    const { portal, params } = call
    checkCrm(call, () => deniedInWords('Access denied.'))
    for (const name of ['filter', 'order'])
      if (typeof (anyCase(params, name) ?? {}) !== 'object') throw deniedInWords('Invalid parameters.')
    const rows = selectRows(
      portal.state.statuses.list().map(printStatus),
      anyCase(params, 'filter'),
      anyCase(params, 'order') ?? { SORT: 'ASC' },
    )
    return { result: rows, total: rows.length, rows: rows.length }
  },
}
