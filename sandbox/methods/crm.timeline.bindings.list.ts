import type { Method } from '../rules/method.ts'
import { anyCase, toMap } from '../rules/params.ts'
import { boundCards, boundRecord, printBinding } from '../rules/timeline/bindings.ts'

export const method: Method = {
  scope: 'crm',
  run(call) {
    const comment = boundRecord(call, toMap(anyCase(call.params, 'filter')))
    const rows = boundCards(call.portal.state, comment).map((card) => printBinding(comment.id, card))
    return { result: rows, total: rows.length, rows: rows.length }
  },
}
