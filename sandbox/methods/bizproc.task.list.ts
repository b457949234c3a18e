import { adminsOnly } from '../rules/bizproc/refusals.ts'
import { maySeeTasksOf, printTask } from '../rules/bizproc/tasks.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { anyCase, toInteger, toMap } from '../rules/params.ts'
import { selectRows } from '../rules/rows.ts'
import { pick } from '../rules/select-fields.ts'
import { asList } from '../rules/values.ts'

const byDefault = ['ENTITY', 'DOCUMENT_ID', 'ID', 'WORKFLOW_ID', 'DOCUMENT_NAME', 'NAME', 'DOCUMENT_URL']

export const method: Method = {
  scope: 'bizproc',
  run(call) {
    const { portal, caller, params, start } = call
    const select = anyCase(params, 'SELECT')
    if (select !== undefined && (typeof select !== 'object' || asList(select).some((name) => typeof name !== 'string')))
      throw new RestError(400, 'ERROR_SELECT_VALIDATION_FAILURE', 'Invalid data in SELECT parameter')
    const filter = { ...toMap(anyCase(params, 'FILTER')) }
    const asked = Object.entries(filter).find(([name]) => name.replace(/^[!<>=]+/, '').toUpperCase() === 'USER_ID')
    if (asked && !maySeeTasksOf(call, toInteger(asked[1]) ?? 0)) throw adminsOnly()
    if (!asked && !portal.rights.isAdmin(caller.userId)) filter['USER_ID'] = caller.userId
    const rows = portal.state.automation.tasks.list().map((task) => printTask(call, task))
    const page = pageOf(selectRows(rows, filter, anyCase(params, 'ORDER') ?? { ID: 'DESC' }), start)
    const result = page.rows.map((row) => pick(row, select, byDefault))
    return { result, total: page.total, next: page.next, rows: result.length }
  },
}
