import { cardOf } from '../rules/cards.ts'
import type { Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { sortRows } from '../rules/rows.ts'
import { printLogMessage } from '../rules/timeline/log-messages.ts'
import { cardMark } from '../state/activities.ts'

export const method: Method = {
  scope: 'crm',
  run(call) {
    const card = cardOf(call, call.params, ['entityTypeId', 'entityId'], 'read')
    const messages = call.portal.state.timeline.messages.marked(cardMark(card)).map(printLogMessage)
    const page = pageOf(sortRows(messages, call.params['order'] ?? { id: 'asc' }), call.start)
    return { result: page.rows, total: page.total, next: page.next, rows: page.rows.length }
  },
}
