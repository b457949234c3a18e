import { mayTouch } from '../rules/cards.ts'
import { printListed } from '../rules/documents/printed.ts'
import type { Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { selectRows } from '../rules/rows.ts'
import { pick } from '../rules/select-fields.ts'

export const method: Method = {
  scope: 'crm',
  run(call) {
    const rows = call.portal.state.documents.printed
      .list()
      .filter((document) => mayTouch(call, { entityTypeId: document.entityTypeId, id: document.entityId }, 'read'))
      .map((document) => printListed(call, document))
    const page = pageOf(selectRows(rows, call.params['filter'], call.params['order'] ?? { id: 'asc' }), call.start)
    const documents = page.rows.map((row) => pick(row, call.params['select'], ['*']))
    return { result: { documents }, total: page.total, next: page.next, rows: documents.length }
  },
}
