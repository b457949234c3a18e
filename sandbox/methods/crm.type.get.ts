import { mayReadType } from '../rules/crm-access.ts'
import { accessDenied, RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { requiredId } from '../rules/params.ts'
import { printTypeInFull } from '../rules/type-print.ts'

export const method: Method = {
  scope: 'crm',
  isIntranetOnly: true,
  run({ portal, params, caller }) {
    const type = portal.state.types.get(requiredId(params, 'id'))
    if (!type) throw new RestError(400, 0, 'SPA not found')
    if (!mayReadType(portal, caller, type.entityTypeId)) throw accessDenied()
    return { result: { type: printTypeInFull(portal, type) } }
  },
}
