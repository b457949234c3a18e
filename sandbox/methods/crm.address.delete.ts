import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toMap } from '../rules/params.ts'
import { addressChanged, addressKey, checkAddressOwner, findAddress } from '../rules/requisites/addresses.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/crm/requisites/addresses/crm-address-delete.html */
export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const key = addressKey(toMap(anyCase(call.params, 'fields')))
    checkAddressOwner(call, key, 'write')
    const address = findAddress(call, key)
    if (!address) throw withoutCode('TypeAddress not found')
    call.portal.state.legal.addresses.remove(address.id)
    addressChanged(call, 'UNREGISTER', key)
    return { result: true }
  },
}
