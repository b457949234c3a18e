import type { Method } from '../rules/method.ts'
import { anyCase, requiredMap } from '../rules/params.ts'
import { printChangedTask } from '../rules/task-print.ts'
import { assigneeMissing, withFields } from '../rules/task-write.ts'
import { newTask, taskChanged } from '../rules/tasks.ts'

export const method: Method = {
  scope: 'task',
  isWrite: true,
  run(call) {
    const { portal, caller } = call
    const fields = requiredMap(call.params, 'fields')
    const draft = withFields(call, newTask(0, caller.userId, Math.floor(portal.now() / 1000)), fields)
    if (anyCase(fields, 'RESPONSIBLE_ID') === undefined) throw assigneeMissing()
    const task = { ...draft, id: portal.state.meta.nextId('task') }
    portal.state.tasks.save(task)
    taskChanged(call, 'ADD', task.id)
    return { result: { task: printChangedTask(call, task) } }
  },
}
