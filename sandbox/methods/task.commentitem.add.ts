import type { Method } from '../rules/method.ts'
import { anyCase, toInteger, toMap, toText } from '../rules/params.ts'
import { attachedFiles, commentChanged, commentedTask, taskFailure, wrongArgument } from '../rules/task-comments.ts'
import { parseInstant } from '../rules/time.ts'

const known = ['POST_MESSAGE', 'AUTHOR_ID', 'POST_DATE', 'UF_FORUM_MESSAGE_DOC']

/** Documented at https://apidocs.bitrix24.com/api-reference/tasks/comment-item/task-comment-item-add.html */
export const method: Method = {
  scope: 'task',
  isWrite: true,
  run(call) {
    const { portal, caller } = call
    const task = commentedTask(call, 'add')
    const fields = toMap(anyCase(call.params, 'FIELDS'))
    const unknown = Object.keys(fields).find((name) => !known.includes(name.toUpperCase()))
    if (unknown !== undefined) throw wrongArgument('add', 1, 'arFields', `must not contain key "${unknown}"`)
    if (!task) throw taskFailure('Insufficient permissions to add a comment.')
    const text = toText(anyCase(fields, 'POST_MESSAGE'))
    if (text.trim() === '') throw taskFailure('Comment text is not specified.')
    const author = toInteger(anyCase(fields, 'AUTHOR_ID')) ?? caller.userId
    const comment = portal.state.taskTalk.comments.add({
      taskId: task.id,
      authorId: portal.users.get(author) ? author : caller.userId,
      text,
      posted: parseInstant(toText(anyCase(fields, 'POST_DATE'))) ?? Math.floor(portal.now() / 1000),
      fileIds: attachedFiles(call, anyCase(fields, 'UF_FORUM_MESSAGE_DOC')),
    })
    commentChanged(call, 'ADD', comment)
    return { result: comment.id }
  },
}
