import { adminsOnly } from '../rules/bizproc/refusals.ts'
import { printTemplate } from '../rules/bizproc/templates.ts'
import type { Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { anyCase } from '../rules/params.ts'
import { selectRows } from '../rules/rows.ts'
import { pick } from '../rules/select-fields.ts'

export const method: Method = {
  scope: 'bizproc',
  adminOnly: adminsOnly,
  run({ portal, params, start }) {
    const rows = portal.state.automation.templates.list().map(printTemplate)
    const page = pageOf(selectRows(rows, anyCase(params, 'FILTER'), anyCase(params, 'ORDER') ?? { ID: 'ASC' }), start)
    const result = page.rows.map((row) => pick(row, anyCase(params, 'SELECT'), ['ID']))
    return { result, total: page.total, next: page.next, rows: result.length }
  },
}
