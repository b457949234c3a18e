import type { Method } from '../rules/method.ts'
import { requiredMap } from '../rules/params.ts'
import { printChangedTask } from '../rules/task-print.ts'
import { moveTask } from '../rules/task-status.ts'
import { withFields } from '../rules/task-write.ts'
import { changeableTask, taskChanged } from '../rules/tasks.ts'

export const method: Method = {
  scope: 'task',
  isWrite: true,
  run(call) {
    const task = changeableTask(call)
    const next = withFields(call, task, requiredMap(call.params, 'fields'))
    if (next.status !== task.status)
      return { result: { task: printChangedTask(call, moveTask(call, next, next.status)) } }
    Object.assign(next, { changed: Math.floor(call.portal.now() / 1000), changedBy: call.caller.userId })
    call.portal.state.tasks.save(next)
    taskChanged(call, 'UPDATE', task.id)
    return { result: { task: printChangedTask(call, next) } }
  },
}
