import { checkTemplateRight, printTemplate } from '../rules/documents/templates.ts'
import type { Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { selectRows } from '../rules/rows.ts'
import { pick } from '../rules/select-fields.ts'

/** A map by ids, not a list. Templates of cards are found by `2`, those of one funnel by `2_category_0`. */
export const method: Method = {
  scope: 'crm',
  run(call) {
    checkTemplateRight(call)
    const rows = call.portal.state.documents.templates.list().map((template): Record<string, unknown> => {
      return { ...printTemplate(call, template), users: template.users }
    })
    const page = pageOf(selectRows(rows, call.params['filter'], call.params['order'] ?? { id: 'asc' }), call.start)
    const templates = page.rows.map((row) => [row['id'], pick(row, call.params['select'], ['*'])])
    return { result: { templates: Object.fromEntries(templates) as unknown }, total: page.total, next: page.next }
  },
}
