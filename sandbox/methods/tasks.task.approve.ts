import { stepMethod } from '../rules/task-status.ts'
import { awaitingControl, completed, mayJudge } from '../rules/tasks.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/tasks/tasks-task-approve.html */
export const method = stepMethod({
  to: completed,
  from: [awaitingControl],
  may: mayJudge,
})
