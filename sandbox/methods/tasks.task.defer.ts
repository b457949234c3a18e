import { stepMethod } from '../rules/task-status.ts'
import { deferred, inProgress, mayWork, waiting } from '../rules/tasks.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/tasks/status/tasks-task-defer.html */
export const method = stepMethod({
  to: deferred,
  from: [waiting, inProgress],
  may: mayWork,
})
