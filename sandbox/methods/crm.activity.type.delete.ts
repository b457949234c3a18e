import { applicationOnly, typeAdmin } from '../rules/activities/types.ts'
import { invalidArgument } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  appOnly: applicationOnly,
  adminOnly: typeAdmin,
  run({ portal, params }) {
    const { types } = portal.state.activities
    const [known] = types.marked(toText(anyCase(params, 'TYPE_ID')))
    if (!known) throw invalidArgument('TYPE_ID is not defined or invalid')
    types.remove(known.id)
    return { result: true }
  },
}
