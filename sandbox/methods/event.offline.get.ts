import { wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { offlineDenied, printOffline, queueOf } from '../rules/offline-access.ts'
import { anyCase, isYes, toInteger, toText } from '../rules/params.ts'
import { selectRows } from '../rules/rows.ts'

/**
 * With `clear: 0` the rows are reserved under a process id until they are cleared or marked as failed; by default
 * they are deleted as they are read, and lost if the caller dies.
 */
export const method: Method = {
  scope: 'basic',
  isWrite: true,
  appOnly: wrongAuthType,
  adminOnly: offlineDenied,
  run(call) {
    const { portal, params } = call
    const clear = anyCase(params, 'clear')
    const isClearing = clear === undefined || isYes(clear)
    const wantsFailed = isYes(anyCase(params, 'error'))
    const given = toText(anyCase(params, 'process_id'))
    const limit = Math.min(Math.max(toInteger(anyCase(params, 'limit')) ?? 50, 1), 50)
    const open = queueOf(call).filter((event) => {
      if (wantsFailed) return event.error === 1 && (given === '' || event.processId === given)
      return event.error === 0 && event.processId === given
    })
    const rows = open.map((event) => ({ id: event.id, ...printOffline(event) }))
    const taken = selectRows(rows, anyCase(params, 'filter'), anyCase(params, 'order')).slice(0, limit)
    const processId = isClearing ? null : given || portal.random(32)
    portal.state.db.transaction(() => {
      for (const row of taken)
        if (processId === null) portal.state.offline.remove(row.id)
        else portal.state.offline.reserve(row.id, processId)
    })()
    const events = taken.map(({ id: _id, ...row }) => row)
    return { result: { process_id: processId, events }, rows: events.length }
  },
}
