import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toMap, toText } from '../rules/params.ts'
import { bankDetailFields } from '../rules/requisites/fields.ts'
import { requiredNumber, requisiteFor } from '../rules/requisites/owners.ts'
import { addText } from '../rules/requisites/write.ts'

const russia = '1'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const fields = toMap(anyCase(call.params, 'fields'))
    requisiteFor(call, requiredNumber(fields, 'ENTITY_ID'), 'write')
    if (toText(anyCase(fields, 'NAME')).trim() === '') throw withoutCode('NAME is not defined or invalid.')
    const whole = { COUNTRY_ID: russia, ...fields }
    const { bankDetails } = call.portal.state.legal
    return { result: addText(call, bankDetails, bankDetailFields, whole, 'ONCRMBANKDETAILADD').id }
  },
}
