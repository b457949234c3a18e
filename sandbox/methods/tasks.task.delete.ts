import type { Method } from '../rules/method.ts'
import { changeableTask, taskChanged } from '../rules/tasks.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/tasks/tasks-task-delete.html */
export const method: Method = {
  scope: 'task',
  isWrite: true,
  run(call) {
    const task = changeableTask(call)
    call.portal.state.tasks.remove(task.id)
    taskChanged(call, 'DELETE', task.id)
    return { result: { task: true } }
  },
}
