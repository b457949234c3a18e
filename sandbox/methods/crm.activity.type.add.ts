import { applicationOnly, typeAdmin } from '../rules/activities/types.ts'
import { invalidArgument } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, isYes, toMap, toText } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  appOnly: applicationOnly,
  adminOnly: typeAdmin,
  run(call) {
    const { types } = call.portal.state.activities
    const fields = toMap(anyCase(call.params, 'fields'))
    const typeId = toText(anyCase(fields, 'TYPE_ID'))
    if (!/^[\w.-]{1,100}$/.test(typeId)) throw invalidArgument('TYPE_ID is not defined or invalid')
    if (types.marked(typeId).length > 0) throw invalidArgument('TYPE_ID is already registered')
    const isConfigurable = isYes(anyCase(fields, 'IS_CONFIGURABLE_TYPE'))
    types.add({ typeId, name: toText(anyCase(fields, 'NAME')) || typeId, iconId: 0, isConfigurable })
    return { result: true }
  },
}
