import { stepMethod } from '../rules/task-status.ts'
import { awaitingControl, completed, deferred, mayChange, waiting } from '../rules/tasks.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/tasks/status/tasks-task-renew.html */
export const method = stepMethod({
  to: waiting,
  from: [completed, deferred, awaitingControl],
  may: mayChange,
})
