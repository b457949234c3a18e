import type { Method } from '../rules/method.ts'
import { commentChanged, namedComment } from '../rules/task-comments.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/tasks/comment-item/task-comment-item-delete.html */
export const method: Method = {
  scope: 'task',
  isWrite: true,
  run(call) {
    const { comments, results } = call.portal.state.taskTalk
    const comment = namedComment(call, 'delete', true)
    for (const result of results.marked(`comment/${comment.id}`)) results.remove(result.id)
    comments.remove(comment.id)
    commentChanged(call, 'DELETE', comment)
    return { result: true }
  },
}
