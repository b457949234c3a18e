import { taskMark } from '../state/tasks.ts'
import type { Method } from '../rules/method.ts'
import { printResult, resultDenied, resultNumber } from '../rules/task-results.ts'
import { maySee } from '../rules/tasks.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/tasks/result/tasks-task-result-list.html */
export const method: Method = {
  scope: 'task',
  run(call) {
    const { tasks, taskTalk } = call.portal.state
    const task = tasks.get(resultNumber(call, 'taskId'))
    if (!task || !maySee(call, task)) throw resultDenied()
    const result = taskTalk.results
      .marked(taskMark(task.id))
      .toReversed()
      .map((one) => printResult(one, taskTalk.comments.get(one.commentId)?.fileIds ?? []))
    return { result, rows: result.length }
  },
}
