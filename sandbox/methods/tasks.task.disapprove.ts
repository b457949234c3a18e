import { stepMethod } from '../rules/task-status.ts'
import { awaitingControl, completed, mayJudge, waiting } from '../rules/tasks.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/tasks/tasks-task-disapprove.html */
export const method = stepMethod({
  to: waiting,
  from: [awaitingControl, completed],
  may: mayJudge,
  isOpen: (task) => task.isControlled === true,
})
