import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { printChangedTask } from '../rules/task-print.ts'
import { moveTask } from '../rules/task-status.ts'
import { awaitingControl, changeableTask, completed, mayJudge } from '../rules/tasks.ts'

/** A task under control waits for its creator, unless he completes it himself. */
export const method: Method = {
  scope: 'task',
  isWrite: true,
  run(call) {
    const task = changeableTask(call)
    if (task.status === completed) throw new RestError(400, 0, 'Action on the task is not allowed')
    const isWaiting = task.isControlled === true && !mayJudge(call, task)
    return { result: { task: printChangedTask(call, moveTask(call, task, isWaiting ? awaitingControl : completed)) } }
  },
}
