import type { Method } from '../rules/method.ts'
import { anyCase, toMap, toText } from '../rules/params.ts'
import { attachedFiles, commentChanged, namedComment, taskFailure } from '../rules/task-comments.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/tasks/comment-item/task-comment-item-update.html */
export const method: Method = {
  scope: 'task',
  isWrite: true,
  run(call) {
    const comment = namedComment(call, 'update', true)
    const fields = toMap(anyCase(call.params, 'FIELDS'))
    const text = toText(anyCase(fields, 'POST_MESSAGE'))
    if (text.trim() === '') throw taskFailure('Comment text not specified.')
    const files = anyCase(fields, 'UF_FORUM_MESSAGE_DOC')
    const fileIds = files === undefined ? comment.fileIds : attachedFiles(call, files)
    call.portal.state.taskTalk.comments.save({ ...comment, text, fileIds })
    commentChanged(call, 'UPDATE', comment)
    return { result: true }
  },
}
