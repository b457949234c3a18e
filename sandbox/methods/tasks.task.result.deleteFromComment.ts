import type { Method } from '../rules/method.ts'
import { resultComment } from '../rules/task-results.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/tasks/result/tasks-task-result-delete-from-comment.html */
export const method: Method = {
  scope: 'task',
  isWrite: true,
  run(call) {
    const { results } = call.portal.state.taskTalk
    const comment = resultComment(call)
    for (const result of results.marked(`comment/${comment.id}`)) results.remove(result.id)
    return { result: null }
  },
}
