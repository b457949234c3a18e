import type { Method } from '../rules/method.ts'
import { requiredMap } from '../rules/params.ts'
import { printChangedTask } from '../rules/task-print.ts'
import { withFields } from '../rules/task-write.ts'
import { changeableTask, completed, taskChanged } from '../rules/tasks.ts'

export const method: Method = {
  scope: 'task',
  isWrite: true,
  run(call) {
    const task = changeableTask(call)
    const now = Math.floor(call.portal.now() / 1000)
    const next = withFields(call, task, requiredMap(call.params, 'fields'))
    Object.assign(next, { changed: now, changedBy: call.caller.userId })
    if (next.status !== task.status) {
      const isClosed = next.status === completed
      Object.assign(next, {
        statusChanged: now,
        closed: isClosed ? now : null,
        closedBy: isClosed ? call.caller.userId : null,
      })
    }
    call.portal.state.tasks.save(next)
    taskChanged(call, 'UPDATE', task.id)
    return { result: { task: printChangedTask(call, next) } }
  },
}
