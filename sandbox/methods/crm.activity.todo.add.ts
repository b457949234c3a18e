import { todo, todoType } from '../rules/activities/access.ts'
import { readTodo, todoCard } from '../rules/activities/todo.ts'
import { addActivity } from '../rules/activities/write.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const card = todoCard(call)
    const own = { providerId: todo, providerTypeId: todoType, colorId: '7', pingOffsets: [0, 15] }
    return { result: { id: addActivity(call, card, { ...own, ...readTodo(call) }).id } }
  },
}
