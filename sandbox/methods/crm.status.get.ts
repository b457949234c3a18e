import { checkCrm, deniedInWords } from '../rules/crm-access.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger } from '../rules/params.ts'
import { printStatus } from '../rules/status-print.ts'

export const method: Method = {
  scope: 'crm',
  run(call) {
    const { portal, params } = call
    checkCrm(call, () => deniedInWords('Access denied.'))
    const status = portal.state.statuses.get(toInteger(anyCase(params, 'id')) ?? 0)
    if (!status) throw new RestError(400, 'Status is not found.', 'Status is not found.')
    const { EXTRA: _extra, ...row } = printStatus(status)
    return { result: row }
  },
}
