import { isForeign } from '../rules/own-application.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { logMessageOf } from '../rules/timeline/log-messages.ts'

/** Only the one who wrote the line, or an administrator, may take it away. */
export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const { portal, caller } = call
    const message = logMessageOf(call, 'write')
    if (isForeign(caller, message.clientId))
      throw new RestError(400, 'REMOVING_DISABLED', 'The record was created by another application')
    if (message.authorId !== caller.userId && !portal.rights.isAdmin(caller.userId))
      throw new RestError(400, 'REMOVING_DISABLED', 'Removing is disabled for this record')
    portal.state.timeline.messages.remove(message.id)
    portal.announce({ kind: 'timeline', cards: [message.card] })
    return { result: true }
  },
}
