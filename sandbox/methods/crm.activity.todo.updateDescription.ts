import { openTodo } from '../rules/activities/todo.ts'
import { updateActivity } from '../rules/activities/write.ts'
import type { Method } from '../rules/method.ts'
import { required, toText } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const activity = openTodo(call)
    const description = toText(required(call.params, 'value'))
    return { result: { id: updateActivity(call, activity, { description }).id } }
  },
}
