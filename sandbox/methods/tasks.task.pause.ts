import { stepMethod } from '../rules/task-status.ts'
import { inProgress, mayWork, waiting } from '../rules/tasks.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/tasks/status/tasks-task-pause.html */
export const method = stepMethod({
  to: waiting,
  from: [inProgress],
  may: mayWork,
})
