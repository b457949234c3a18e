import { taskMark } from '../state/tasks.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toMap, toText } from '../rules/params.ts'
import { selectRows } from '../rules/rows.ts'
import { commentedTask, printTaskComment, taskFailure, wrongArgument } from '../rules/task-comments.ts'

const sortable = ['ID', 'AUTHOR_ID', 'AUTHOR_NAME', 'AUTHOR_EMAIL', 'POST_DATE']
const filterable = ['ID', 'AUTHOR_ID', 'AUTHOR_NAME', 'POST_DATE']

/** Documented at https://apidocs.bitrix24.com/api-reference/tasks/comment-item/task-comment-item-get-list.html */
export const method: Method = {
  scope: 'task',
  run(call) {
    const task = commentedTask(call, 'getlist')
    const order = toMap(anyCase(call.params, 'ORDER'))
    const filter = toMap(anyCase(call.params, 'FILTER'))
    refuseOthers(order, 1, 'arOrder', (key) => sortable.includes(key))
    refuseOthers(filter, 2, 'arFilter', (key) => filterable.includes(key.replace(/^(?:!|<=|<|>=|>)/, '')))
    if (!task) throw taskFailure('TASKS_ERROR_EXCEPTION_#8; Action failed; 8/TE/ACTION_FAILED_TO_BE_PROCESSED.')
    const printed = call.portal.state.taskTalk.comments
      .marked(taskMark(task.id))
      .map((comment) => printTaskComment(call, comment))
    const upper = Object.fromEntries(Object.entries(order).map(([key, way]) => [key, toText(way).toUpperCase()]))
    const rows = selectRows(printed, filter, Object.keys(upper).length > 0 ? upper : { ID: 'DESC' })
    return { result: rows, rows: rows.length }
  },
}

function refuseOthers(map: Record<string, unknown>, at: number, name: string, isKnown: (key: string) => boolean): void {
  const unknown = Object.keys(map).find((key) => !isKnown(key))
  if (unknown !== undefined) throw wrongArgument('getlist', at, name, `must not contain key "${unknown}"`)
}
