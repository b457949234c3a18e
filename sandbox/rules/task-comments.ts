import type { Task, TaskComment } from '../state/tasks.ts'
import { RestError } from './errors.ts'
import type { Call } from './method.ts'
import { anyCase, toInteger, toText } from './params.ts'
import { maySee } from './tasks.ts'
import { formatInstant } from './time.ts'
import { asList } from './values.ts'

/** The module's own refusals: one code, and the exception in the words. */
export const taskFailure = (text: string): RestError => new RestError(400, 'ERROR_CORE', `${text}<br>`)

export const wrongArgument = (method: string, at: number, name: string, what: string): RestError =>
  taskFailure(
    `TASKS_ERROR_EXCEPTION_#256; Param #${at} (${name}) for method ctaskcommentitem::${method}() ${what}.; 256/TE/WRONG_ARGUMENTS.`,
  )

const notAllowed = (): RestError =>
  taskFailure('TASKS_ERROR_EXCEPTION_#4; Action is not allowed; 4/TE/ACTION_NOT_ALLOWED.')

function integerArgument(call: Call, method: string, at: number, name: string, inner: string): number {
  const raw = anyCase(call.params, name)
  if (raw === undefined || raw === null)
    throw taskFailure(
      `TASKS_ERROR_EXCEPTION_#256; Param #${at} (${inner}) expected by method ctaskcommentitem::${method}(), but not given.; 256/TE/WRONG_ARGUMENTS.`,
    )
  const value = toInteger(raw)
  if (value === null)
    throw wrongArgument(method, at, inner, 'expected to be of type "integer", but given something else')
  return value
}

/** The task that `TASKID` names; null for one that is not there, or not for this person's eyes. */
export function commentedTask(call: Call, method: string): Task | null {
  const task = call.portal.state.tasks.get(integerArgument(call, method, 0, 'TASKID', 'taskId'))
  return task && maySee(call, task) ? task : null
}

/** The comment that `TASKID` and `ITEMID` name together. `isChange`: only its author and an administrator may. */
export function namedComment(call: Call, method: string, isChange: boolean): TaskComment {
  const task = commentedTask(call, method)
  const comment = call.portal.state.taskTalk.comments.get(integerArgument(call, method, 1, 'ITEMID', 'itemId'))
  if (!task || comment?.taskId !== task.id) throw notAllowed()
  if (isChange && !isOwn(call, comment)) throw notAllowed()
  return comment
}

export const isOwn = (call: Call, comment: TaskComment): boolean =>
  comment.authorId === call.caller.userId || call.portal.rights.isAdmin(call.caller.userId)

/** Files of the disk that a comment names as `n123`. Throws for one that is not there. */
export function attachedFiles(call: Call, raw: unknown): number[] {
  return asList(raw).map((name) => {
    const id = toInteger(toText(name).replace(/^n/, ''))
    if (id === null || !call.portal.state.files.objects.get(id)) throw taskFailure('File not found.')
    return id
  })
}

export function printTaskComment(call: Call, comment: TaskComment): Record<string, unknown> {
  const author = call.portal.users.get(comment.authorId)
  const files = comment.fileIds.flatMap((id) => call.portal.state.files.objects.get(id) ?? [])
  return {
    POST_MESSAGE_HTML: null,
    ID: String(comment.id),
    AUTHOR_ID: String(comment.authorId),
    AUTHOR_NAME: author ? `${author.name} ${author.lastName}`.trim() : '',
    AUTHOR_EMAIL: '',
    POST_DATE: formatInstant(comment.posted),
    POST_MESSAGE: comment.text,
    ATTACHED_OBJECTS: Object.fromEntries(
      files.map((file) => [
        String(file.id),
        {
          ATTACHMENT_ID: String(file.id),
          NAME: file.name,
          SIZE: String(file.size),
          FILE_ID: String(file.id),
          DOWNLOAD_URL: `/bitrix/tools/disk/uf.php?attachedId=${file.id}&action=download&ncc=1`,
          VIEW_URL: `/bitrix/tools/disk/uf.php?attachedId=${file.id}&action=show&ncc=1`,
        },
      ]),
    ),
  }
}

/** Tells the application; what was there before has no word of the action. */
export function commentChanged(call: Call, action: 'ADD' | 'UPDATE' | 'DELETE', comment: TaskComment): void {
  const named = { ID: comment.id, TASK_ID: comment.taskId }
  const after = action === 'ADD' ? named : { ...named, ACTION: action === 'UPDATE' ? 'EDIT' : 'DEL' }
  call.portal.events.fire({
    name: `ONTASKCOMMENT${action}`,
    data: {
      FIELDS_BEFORE: action === 'ADD' ? 'undefined' : named,
      FIELDS_AFTER: after,
      IS_ACCESSIBLE_BEFORE: 'undefined',
      IS_ACCESSIBLE_AFTER: 'undefined',
    },
    userId: call.caller.userId,
    connector: call.request.connector,
  })
}
