import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toMap, toText } from '../rules/params.ts'
import { requisiteFields } from '../rules/requisites/fields.ts'
import { checkRequisiteOwner, requiredNumber } from '../rules/requisites/owners.ts'
import { presets } from '../rules/requisites/presets.ts'
import { addText } from '../rules/requisites/write.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const fields = toMap(anyCase(call.params, 'fields'))
    checkRequisiteOwner(call, fields)
    const presetId = requiredNumber(fields, 'PRESET_ID')
    if (!presets.some((preset) => preset['ID'] === String(presetId)))
      throw withoutCode('PRESET_ID is not defined or invalid.')
    if (toText(anyCase(fields, 'NAME')).trim() === '') throw withoutCode('NAME is not defined or invalid.')
    const { requisites } = call.portal.state.legal
    return { result: addText(call, requisites, requisiteFields, fields, 'ONCRMREQUISITEADD').id }
  },
}
