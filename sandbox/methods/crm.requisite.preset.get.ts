import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { requiredNumber } from '../rules/requisites/owners.ts'
import { presets } from '../rules/requisites/presets.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/crm/requisites/presets/crm-requisite-preset-get.html */
export const method: Method = {
  scope: 'crm',
  run({ params }) {
    const id = requiredNumber(params, 'ID')
    const preset = presets.find((one) => one['ID'] === String(id))
    if (!preset) throw withoutCode(`The Preset with ID '${id}' is not found`)
    return { result: preset }
  },
}
