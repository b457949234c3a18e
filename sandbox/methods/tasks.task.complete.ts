import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { printChangedTask } from '../rules/task-print.ts'
import { changeableTask, completed, taskChanged } from '../rules/tasks.ts'

export const method: Method = {
  scope: 'task',
  isWrite: true,
  run(call) {
    const task = changeableTask(call)
    if (task.status === completed) throw new RestError(400, 0, 'Action on the task is not allowed')
    const now = Math.floor(call.portal.now() / 1000)
    const by = call.caller.userId
    const next = {
      ...task,
      status: completed,
      statusChanged: now,
      closed: now,
      closedBy: by,
      changed: now,
      changedBy: by,
    }
    call.portal.state.tasks.save(next)
    taskChanged(call, 'UPDATE', task.id)
    return { result: { task: printChangedTask(call, next) } }
  },
}
