import { wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { offlineDenied, printOffline, queueOf } from '../rules/offline-access.ts'
import { pageOf } from '../rules/paging.ts'
import { anyCase } from '../rules/params.ts'
import { selectRows } from '../rules/rows.ts'

/** Shows the queue without touching it. */
export const method: Method = {
  scope: 'basic',
  appOnly: wrongAuthType,
  adminOnly: offlineDenied,
  run(call) {
    const rows = queueOf(call).map((event) => ({
      ...printOffline(event),
      PROCESS_ID: event.processId,
      ERROR: String(event.error),
    }))
    const page = pageOf(selectRows(rows, anyCase(call.params, 'filter'), anyCase(call.params, 'order')), call.start)
    return { result: page.rows, total: page.total, next: page.next, rows: page.rows.length }
  },
}
