import { openTodo, readTodo } from '../rules/activities/todo.ts'
import { updateActivity } from '../rules/activities/write.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run: (call) => ({ result: { id: updateActivity(call, openTodo(call), readTodo(call)).id } }),
}
