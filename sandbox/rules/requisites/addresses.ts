import { ownerMark, type TextRecord } from '../../state/requisites.ts'
import { mayTouch } from '../cards.ts'
import { withoutCode } from '../errors.ts'
import type { Call } from '../method.ts'
import { printRecord } from '../records.ts'
import type { Params } from '../params.ts'
import { tell } from '../tell.ts'
import { addressFields } from './fields.ts'
import { addressAnchor, denied, isAddressOwner, requiredNumber } from './owners.ts'

/** The three numbers an address is known by: it has no id of its own. */
export interface AddressKey {
  typeId: number
  entityTypeId: number
  entityId: number
}

/** Reads the key. Throws, without a code, for what is no key. */
export function addressKey(fields: Params): AddressKey {
  const typeId = requiredNumber(fields, 'TYPE_ID')
  const entityTypeId = requiredNumber(fields, 'ENTITY_TYPE_ID')
  if (!isAddressOwner(entityTypeId)) throw withoutCode('ENTITY_TYPE_ID is not defined or invalid.')
  return { typeId, entityTypeId, entityId: requiredNumber(fields, 'ENTITY_ID') }
}

export const findAddress = (call: Call, key: AddressKey): TextRecord | null =>
  call.portal.state.legal.addresses
    .marked(ownerMark(key.entityTypeId, key.entityId))
    .find((address) => address.values['TYPE_ID'] === String(key.typeId)) ?? null

/** Throws where the thing the address belongs to is not there, or is not the caller's to touch. */
export function checkAddressOwner(call: Call, key: AddressKey, action: 'read' | 'write'): void {
  const values = { ENTITY_TYPE_ID: String(key.entityTypeId), ENTITY_ID: String(key.entityId) }
  const anchor = addressAnchor(call, values)
  if (!anchor || !call.portal.state.items.exists(anchor.type, anchor.id))
    throw withoutCode('ENTITY_ID is not defined or invalid.')
  if (!mayTouch(call, { entityTypeId: anchor.type, id: anchor.id }, action)) throw denied()
}

/** An address and the card it shows on. */
export function printAddress(call: Call, { values }: TextRecord): Record<string, string | null> {
  const anchor = addressAnchor(call, values)
  return {
    ...printRecord(addressFields, values),
    LOC_ADDR_ID: values['LOC_ADDR_ID'] ?? '0',
    ANCHOR_TYPE_ID: anchor ? String(anchor.type) : null,
    ANCHOR_ID: anchor ? String(anchor.id) : null,
  }
}

export function addressChanged(call: Call, action: 'REGISTER' | 'UNREGISTER', key: AddressKey): void {
  const { typeId, entityTypeId, entityId } = key
  tell(call, `ONCRMADDRESS${action}`, {
    FIELDS: { TYPE_ID: typeId, ENTITY_TYPE_ID: entityTypeId, ENTITY_ID: entityId },
  })
}
