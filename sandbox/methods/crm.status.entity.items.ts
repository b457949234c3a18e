import { checkCrm, deniedInWords } from '../rules/crm-access.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  run(call) {
    const { portal, params } = call
    checkCrm(call, () => deniedInWords('Access denied.'))
    const entityId = toText(anyCase(params, 'entityId'))
    const rows = portal.state.statuses.ofEntity(entityId)
    if (rows.length === 0) {
      const code = 'The parameter entityId is not defined or invalid.'
      throw new RestError(400, code, code)
    }
    const result = rows.map(({ name, sort, statusId }) => ({ NAME: name, SORT: sort, STATUS_ID: statusId }))
    return { result, rows: result.length }
  },
}
