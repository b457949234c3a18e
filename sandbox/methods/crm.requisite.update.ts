import type { Method } from '../rules/method.ts'
import { anyCase, toMap } from '../rules/params.ts'
import { requisiteFields } from '../rules/requisites/fields.ts'
import { withoutCode } from '../rules/errors.ts'
import { requiredNumber, requisiteFor } from '../rules/requisites/owners.ts'
import { updateText } from '../rules/requisites/write.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const requisite = requisiteFor(call, requiredNumber(call.params, 'ID'), 'write')
    const fields = toMap(anyCase(call.params, 'fields'))
    if (Object.keys(fields).length === 0) throw withoutCode('The fields are not defined or invalid.')
    if (anyCase(fields, 'PRESET_ID') !== undefined) requiredNumber(fields, 'PRESET_ID')
    updateText(call, call.portal.state.legal.requisites, requisiteFields, requisite, fields, 'ONCRMREQUISITEUPDATE')
    return { result: true }
  },
}
