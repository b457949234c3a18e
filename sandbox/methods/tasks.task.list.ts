import { RestError } from '../rules/errors.ts'
import type { Call, Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { toMap } from '../rules/params.ts'
import { selectRows } from '../rules/rows.ts'
import { printTask, taskFields } from '../rules/task-print.ts'
import { maySee } from '../rules/tasks.ts'

/** The tasks this user sees, fifty a page. Filters by fields; keys that are no field are ignored. */
export const method: Method = {
  scope: 'task',
  run(call) {
    const { portal, params } = call
    const tasks = new Map(
      portal.state.tasks
        .list()
        .filter((task) => maySee(call, task))
        .map((task) => [String(task.id), task]),
    )
    const rows = [...tasks.values()].map((task) => taskFields(call, task))
    const found = selectRows(rows, params['filter'], order(call, rows[0]))
    const page = pageOf(found, call.start)
    const printed = page.rows.flatMap((row) => {
      const task = tasks.get(String(row['ID']))
      return task ? [printTask(call, task, params['select'])] : []
    })
    return { result: { tasks: printed }, total: page.total, next: page.next, rows: printed.length }
  },
}

function order(call: Call, example: Record<string, unknown> | undefined): Record<string, unknown> {
  const asked = toMap(call.params['order'])
  if (example)
    for (const name of Object.keys(asked))
      if (!(name.toUpperCase() in example)) throw new RestError(400, 0, 'Invalid sorting key')
  return asked
}
