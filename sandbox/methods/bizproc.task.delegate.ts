import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger } from '../rules/params.ts'
import { asList } from '../rules/values.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-task/bizproc-task-delegate.html */
export const method: Method = {
  scope: 'bizproc',
  isWrite: true,
  run({ portal, caller, params }) {
    const { tasks } = portal.state.automation
    const ids = asList(anyCase(params, 'TASK_IDS')).map((id) => toInteger(id) ?? 0)
    if (ids.length === 0 || ids.some((id) => id <= 0))
      throw new RestError(400, 'ERROR_TASK_VALIDATION', 'Invalid TASK_IDS')
    const [from, to] = ['FROM_USER_ID', 'TO_USER_ID'].map((name) => {
      const id = toInteger(anyCase(params, name)) ?? 0
      if (!portal.users.get(id)) throw new RestError(400, 'ERROR_INVALID_USER_ID', `Invalid ${name}`)
      return id
    })
    const chosen = ids.map((id) => tasks.get(id))
    const isHis = chosen.every((task) => task?.question.userId === from && task?.status === 0)
    if (!isHis || (from !== caller.userId && !portal.rights.isAdmin(caller.userId)))
      throw new RestError(400, 'ERROR_DELEGATION_NOT_ALLOWED', 'User is not responsible for the task')
    for (const task of chosen)
      if (task && to !== undefined) tasks.save({ ...task, question: { ...task.question, userId: to } })
    return { result: true }
  },
}
