import { forbidden } from '../rules/bizproc/refusals.ts'
import type { Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { anyCase } from '../rules/params.ts'
import { selectRows } from '../rules/rows.ts'
import { pick } from '../rules/select-fields.ts'
import { formatInstant } from '../rules/time.ts'

/** Running processes. Documented at https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-workflow-instances.html */
export const method: Method = {
  scope: 'bizproc',
  adminOnly: forbidden,
  run({ portal, params, start }) {
    const rows = portal.state.automation.workflows
      .list()
      .filter((workflow) => workflow.state === 'running')
      .map((workflow) => ({
        ID: workflow.code,
        MODIFIED: formatInstant(workflow.modified),
        OWNED_UNTIL: null,
        MODULE_ID: workflow.documentId[0],
        ENTITY: workflow.documentId[1],
        DOCUMENT_ID: workflow.documentId[2],
        STARTED: formatInstant(workflow.started),
        STARTED_BY: String(workflow.startedBy ?? 0),
        TEMPLATE_ID: String(workflow.templateId ?? 0),
      }))
    const order = anyCase(params, 'ORDER') ?? { MODIFIED: 'desc' }
    const page = pageOf(selectRows(rows, anyCase(params, 'FILTER'), order), start)
    const select = anyCase(params, 'SELECT')
    const result = page.rows.map((row) => pick(row, select, ['ID', 'MODIFIED', 'OWNED_UNTIL']))
    return { result, total: page.total, next: page.next, rows: result.length }
  },
}
