import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger, toMap, toText } from '../rules/params.ts'
import { schemaChanged } from '../rules/schema-events.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  adminOnly: () => new RestError(400, 'Access denied.', 'Access denied.'),
  run(call) {
    const id = toInteger(anyCase(call.params, 'id'))
    if (id === null || id <= 0) throw new RestError(400, 'Invalid identifier.', 'An incorrect identifier was passed.')
    const status = call.portal.state.statuses.get(id)
    if (!status) throw new RestError(400, 'Status is not found.', 'Status is not found.')
    const raw = anyCase(call.params, 'fields')
    if (raw === undefined) throw new RestError(400, 'Error on updating status.', 'Error on updating status.')
    const fields = toMap(raw)
    call.portal.state.statuses.save({
      ...status,
      name: toText(anyCase(fields, 'NAME')).trim() || status.name,
      sort: toInteger(anyCase(fields, 'SORT')) ?? status.sort,
      color: toText(anyCase(fields, 'COLOR')) || status.color,
    })
    schemaChanged(call, 'ONCRMSTATUSUPDATE', { ID: id })
    return { result: true }
  },
}
