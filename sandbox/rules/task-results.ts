import { taskMark, type TaskComment, type TaskResult } from '../state/tasks.ts'
import { missingParameter, RestError } from './errors.ts'
import type { Call } from './method.ts'
import { toInteger, toText } from './params.ts'
import { isOwn } from './task-comments.ts'
import { maySee } from './tasks.ts'
import { formatInstant } from './time.ts'

export const resultDenied = (): RestError => new RestError(400, 0, 'Access denied.')

/** A number among the parameters, in the module's words when it is none. */
export function resultNumber(call: Call, name: string): number {
  const raw = call.params[name]
  if (raw === undefined || raw === null) throw missingParameter(name)
  const id = toInteger(raw)
  if (id === null)
    throw new RestError(
      400,
      '100',
      `Invalid value {${toText(raw).slice(0, 40)}} to match with parameter {${name}}. Should be value of type int.`,
    )
  return id
}

/** The comment that `commentId` names, for its author or an administrator. */
export function resultComment(call: Call): TaskComment {
  const comment = call.portal.state.taskTalk.comments.get(resultNumber(call, 'commentId'))
  if (!comment) throw new RestError(400, 0, 'Comment not found.')
  const task = call.portal.state.tasks.get(comment.taskId)
  if (!task || !maySee(call, task) || !isOwn(call, comment)) throw resultDenied()
  return comment
}

/** Results stay closed after the task is opened again; only new ones are open. */
export function closeResults(call: Call, taskId: number): void {
  const { results } = call.portal.state.taskTalk
  for (const result of results.marked(taskMark(taskId)))
    if (!result.isClosed) results.save({ ...result, isClosed: true })
}

/** What is not BB code is text. */
const asHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/\[(\/?)([BIUS])\]/gi, (_all, slash: string, tag: string) => `<${slash}${tag.toLowerCase()}>`)
    .replaceAll('\n', '<br />')

export function printResult(result: TaskResult, files: number[] | null): Record<string, unknown> {
  return {
    id: result.id,
    taskId: result.taskId,
    commentId: result.commentId,
    createdBy: result.createdBy,
    createdAt: formatInstant(result.created),
    updatedAt: formatInstant(result.updated),
    status: result.isClosed ? 1 : 0,
    text: result.text,
    formattedText: asHtml(result.text),
    files,
  }
}
