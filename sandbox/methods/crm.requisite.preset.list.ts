import { checkCrm, deniedInWords } from '../rules/crm-access.ts'
import type { Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { anyCase } from '../rules/params.ts'
import { presets } from '../rules/requisites/presets.ts'
import { selectRows } from '../rules/rows.ts'
import { pick } from '../rules/select-fields.ts'

export const method: Method = {
  scope: 'crm',
  run(call) {
    const { params, start } = call
    checkCrm(call, () => deniedInWords('Access denied'))
    const found = selectRows(presets, anyCase(params, 'filter'), anyCase(params, 'order') ?? { ID: 'ASC' })
    const page = pageOf(found, start)
    const rows = page.rows.map((row) => pick(row, anyCase(params, 'select'), ['*']))
    return { result: rows, total: page.total, next: page.next, rows: rows.length }
  },
}
