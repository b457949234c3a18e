import { plainActivity } from '../rules/activities/plain.ts'
import { printActivity, printBindings, printCommunications } from '../rules/activities/print.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  run(call) {
    const activity = plainActivity(call, 'read')
    const lists = { COMMUNICATIONS: printCommunications(activity), BINDINGS: printBindings(activity) }
    return { result: { ...printActivity(activity), ...lists } }
  },
}
