import { RestError } from '../rules/errors.ts'
import type { Call, Method } from '../rules/method.ts'
import { anyCase, isYes, toInteger, toMap } from '../rules/params.ts'
import { schemaChanged } from '../rules/schema-events.ts'
import { funnelOf } from '../rules/stages.ts'
import type { Status } from '../state/statuses.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  adminOnly: () => new RestError(400, 'Access denied.', 'Access denied.'),
  run(call) {
    const id = toInteger(anyCase(call.params, 'id'))
    if (id === null || id <= 0) throw new RestError(400, 'Invalid identifier.', 'An invalid identifier was passed.')
    const status = call.portal.state.statuses.get(id)
    if (!status) throw new RestError(400, 'Status is not found.', 'Status is not found.')
    const isForced = isYes(anyCase(toMap(anyCase(call.params, 'params')), 'FORCED'))
    if (status.isSystem && !isForced) {
      const text = 'CRM System Status can be deleted only if parameter FORCED is specified and equal to Y'
      throw new RestError(400, text, text)
    }
    if (isInUse(call, status)) {
      const text = 'There are active items in this status.'
      throw new RestError(400, text, text)
    }
    call.portal.state.statuses.remove(id)
    schemaChanged(call, 'ONCRMSTATUSDELETE', { ID: id })
    return { result: true }
  },
}

function isInUse(call: Call, status: Status): boolean {
  const funnel = funnelOf(status.entityId)
  if (!funnel) return false
  const row = call.portal.state.db
    .prepare('SELECT 1 FROM item WHERE entity_type_id = ? AND stage_id = ? LIMIT 1')
    .get(funnel.entityTypeId, status.statusId)
  return row !== undefined
}
