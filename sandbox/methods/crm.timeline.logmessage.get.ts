import type { Method } from '../rules/method.ts'
import { logMessageOf, printLogMessage } from '../rules/timeline/log-messages.ts'

export const method: Method = {
  scope: 'crm',
  run: (call) => ({ result: { logMessage: printLogMessage(logMessageOf(call, 'read')) } }),
}
