import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toMap } from '../rules/params.ts'
import { readRecord } from '../rules/records.ts'
import { addressChanged, addressKey, checkAddressOwner, findAddress } from '../rules/requisites/addresses.ts'
import { addressFields } from '../rules/requisites/fields.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/crm/requisites/addresses/crm-address-update.html */
export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const fields = toMap(anyCase(call.params, 'fields'))
    const key = addressKey(fields)
    checkAddressOwner(call, key, 'write')
    const address = findAddress(call, key)
    if (!address) throw withoutCode('TypeAddress not found')
    const values = { ...address.values, ...readRecord(addressFields, fields, false) }
    call.portal.state.legal.addresses.save({ id: address.id, values })
    addressChanged(call, 'REGISTER', key)
    return { result: true }
  },
}
