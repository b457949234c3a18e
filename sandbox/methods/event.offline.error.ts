import { wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { offlineDenied, processIdOf, queueOf } from '../rules/offline-access.ts'
import { anyCase, toText } from '../rules/params.ts'
import { asList } from '../rules/values.ts'

export const method: Method = {
  scope: 'basic',
  isWrite: true,
  appOnly: wrongAuthType,
  adminOnly: offlineDenied,
  run(call) {
    const processId = processIdOf(call.params)
    const messages = asList(anyCase(call.params, 'message_id')).map(toText)
    for (const event of queueOf(call))
      if (event.processId === processId && messages.includes(event.messageId))
        call.portal.state.offline.markFailed(event.id)
    return { result: true }
  },
}
