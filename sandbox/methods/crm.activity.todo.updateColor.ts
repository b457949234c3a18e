import { colorOf, openTodo } from '../rules/activities/todo.ts'
import { updateActivity } from '../rules/activities/write.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const activity = openTodo(call, 'CAN_NOT_UPDATE_COLOR_COMPLETED_TODO')
    return { result: { id: updateActivity(call, activity, { colorId: colorOf(call) }).id } }
  },
}
