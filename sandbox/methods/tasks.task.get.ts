import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { printWholeTask } from '../rules/task-print.ts'
import { maySee, taskIdOf } from '../rules/tasks.ts'

/** A task that is not there, or not for this user's eyes, is an empty answer and no refusal. */
export const method: Method = {
  scope: 'task',
  run(call) {
    const { select } = call.params
    if (select !== undefined && select !== null && typeof select !== 'object')
      throw new RestError(
        400,
        '100',
        'Invalid value {} to match with parameter {select}. Should be value of type array.',
      )
    const task = call.portal.state.tasks.get(taskIdOf(call.params))
    if (!task || !maySee(call, task)) return { result: [] }
    return { result: { task: printWholeTask(call, task, select) } }
  },
}
