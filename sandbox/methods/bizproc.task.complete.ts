import { completeStep } from '../rules/bizproc/runs.ts'
import { checkAnswer, readStatus } from '../rules/bizproc/tasks.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger, toMap, toText } from '../rules/params.ts'

/** One's own question alone may be answered; the process that asked goes on with the answer. */
export const method: Method = {
  scope: 'bizproc',
  isWrite: true,
  run({ portal, caller, params }) {
    const id = toInteger(anyCase(params, 'TASK_ID')) ?? 0
    if (id <= 0) throw new RestError(400, 'ERROR_TASK_VALIDATION', 'empty TASK_ID')
    if (toText(anyCase(params, 'STATUS')) === '') throw new RestError(400, 'ERROR_TASK_VALIDATION', 'incorrect STATUS')
    const { automation } = portal.state
    const task = automation.tasks.get(id)
    if (!task || task.question.userId !== caller.userId)
      throw new RestError(400, 'ERROR_TASK_NOT_FOUND', 'Task not found')
    if (task.status !== 0) throw new RestError(400, 'ERROR_TASK_COMPLETED', 'Task already completed')
    const status = readStatus(task.question, anyCase(params, 'STATUS'))
    const comment = toText(anyCase(params, 'COMMENT'))
    const fields = toMap(anyCase(params, 'FIELDS'))
    checkAnswer(task.question, status, comment, fields)
    const modified = Math.floor(portal.now() / 1000)
    automation.tasks.save({ ...task, modified, comment, status: status === 4 ? 2 : (status as 1 | 2 | 3) })
    const workflow = automation.workflows.get(task.workflowId)
    if (workflow) completeStep(portal, workflow, { ...fields, STATUS: status, COMMENT: comment })
    return { result: true }
  },
}
