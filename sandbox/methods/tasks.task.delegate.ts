import { missingParameter, RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { toInteger } from '../rules/params.ts'
import { printChangedTask } from '../rules/task-print.ts'
import { namedTask } from '../rules/task-status.ts'
import { completed, mayChange, taskChanged, waiting } from '../rules/tasks.ts'

/**
 * Who had the task goes on watching it.
 * Documented at https://apidocs.bitrix24.com/api-reference/tasks/tasks-task-delegate.html
 */
export const method: Method = {
  scope: 'task',
  isWrite: true,
  run(call) {
    const { portal, params, caller } = call
    const task = namedTask(call)
    const userId = toInteger(params['userId'])
    if (params['userId'] === undefined || userId === null) throw missingParameter('userId')
    if (!task || !mayChange(call, task) || task.status === completed || !portal.users.get(userId))
      throw new RestError(400, 0, 'Action on the task is not allowed')
    const now = Math.floor(portal.now() / 1000)
    const next = {
      ...task,
      responsibleId: userId,
      auditors: [...new Set([...task.auditors, task.responsibleId])].filter((id) => id !== userId),
      status: waiting,
      statusChanged: now,
      changed: now,
      changedBy: caller.userId,
    }
    portal.state.tasks.save(next)
    taskChanged(call, 'UPDATE', task.id)
    return { result: { task: printChangedTask(call, next) } }
  },
}
