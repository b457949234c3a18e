import { wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { offlineDenied, processIdOf, queueOf } from '../rules/offline-access.ts'
import { anyCase, toText } from '../rules/params.ts'
import { asList } from '../rules/values.ts'

/** Deletes what that process has reserved: all of it, or the rows named by id or by message. */
export const method: Method = {
  scope: 'basic',
  isWrite: true,
  appOnly: wrongAuthType,
  adminOnly: offlineDenied,
  run(call) {
    const processId = processIdOf(call.params)
    const ids = anyCase(call.params, 'id')
    const messages = anyCase(call.params, 'message_id')
    for (const event of queueOf(call)) {
      if (event.processId !== processId) continue
      if (ids !== undefined && !asList(ids).map(toText).includes(String(event.id))) continue
      if (messages !== undefined && !asList(messages).map(toText).includes(event.messageId)) continue
      call.portal.state.offline.remove(event.id)
    }
    return { result: true }
  },
}
