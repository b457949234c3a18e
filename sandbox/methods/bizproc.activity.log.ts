import { adminsOnly, applicationOnly } from '../rules/bizproc/refusals.ts'
import { waitingFor, writeLog } from '../rules/bizproc/runs.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-activity/bizproc-activity-log.html */
export const method: Method = {
  scope: 'bizproc',
  appOnly: applicationOnly,
  isWrite: true,
  run({ portal, params }) {
    const message = toText(anyCase(params, 'LOG_MESSAGE'))
    if (message === '') throw new RestError(400, 'ERROR_EMPTY_LOG_MESSAGE', 'Empty log message!')
    const workflow = waitingFor(portal, toText(anyCase(params, 'EVENT_TOKEN')))
    if (!workflow) throw adminsOnly()
    writeLog(portal, workflow, message)
    return { result: true }
  },
}
