import { momentOf, openTodo } from '../rules/activities/todo.ts'
import { updateActivity } from '../rules/activities/write.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const activity = openTodo(call)
    return { result: { id: updateActivity(call, activity, { deadline: momentOf(call, 'value') }).id } }
  },
}
