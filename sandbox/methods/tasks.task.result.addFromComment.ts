import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { printResult, resultComment } from '../rules/task-results.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/tasks/result/tasks-task-result-add-from-comment.html */
export const method: Method = {
  scope: 'task',
  isWrite: true,
  run(call) {
    const { results } = call.portal.state.taskTalk
    const comment = resultComment(call)
    if (results.marked(`comment/${comment.id}`).some((one) => !one.isClosed))
      throw new RestError(400, 0, 'Result already exists.')
    const now = Math.floor(call.portal.now() / 1000)
    const result = results.add({
      taskId: comment.taskId,
      commentId: comment.id,
      // An administrator who pins another's comment becomes the author of the result.
      createdBy: call.caller.userId,
      text: comment.text,
      created: comment.posted,
      updated: now,
      isClosed: false,
    })
    return { result: printResult(result, null) }
  },
}
