import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toMap } from '../rules/params.ts'
import { readRecord } from '../rules/records.ts'
import { addressChanged, addressKey, checkAddressOwner, findAddress } from '../rules/requisites/addresses.ts'
import { addressFields } from '../rules/requisites/fields.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const fields = toMap(anyCase(call.params, 'fields'))
    const key = addressKey(fields)
    checkAddressOwner(call, key, 'write')
    if (findAddress(call, key)) throw withoutCode('TypeAddress exists')
    call.portal.state.legal.addresses.add({ values: readRecord(addressFields, fields, true) })
    addressChanged(call, 'REGISTER', key)
    return { result: true }
  },
}
