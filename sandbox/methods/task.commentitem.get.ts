import type { Method } from '../rules/method.ts'
import { namedComment, printTaskComment } from '../rules/task-comments.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/tasks/comment-item/task-comment-item-get.html */
export const method: Method = {
  scope: 'task',
  run: (call) => ({ result: printTaskComment(call, namedComment(call, 'get', false)) }),
}
