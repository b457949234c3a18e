import { stepMethod } from '../rules/task-status.ts'
import { awaitingControl, deferred, inProgress, mayWork, waiting } from '../rules/tasks.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/tasks/status/tasks-task-start.html */
export const method = stepMethod({
  to: inProgress,
  from: [waiting, deferred, awaitingControl],
  may: mayWork,
  refusal: 0,
})
