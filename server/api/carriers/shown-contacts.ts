import type { CarrierRow } from '../../../contract/carriers.ts'
import type { PortalStore } from '../../store/database.ts'
import { readCarrierPhones } from '../../store/phones.ts'
import { maskedPhone } from './masked-phone.ts'

export type ShownContact = NonNullable<CarrierRow['contact']>

/** Whom to call, as lists show it. Whole numbers go no further than this function. */
export async function readShownContacts(
  store: PortalStore,
  companyIds: readonly number[],
): Promise<Map<number, ShownContact>> {
  const shown = new Map<number, ShownContact>()
  for (const [companyId, { phone, person, channel }] of await readCarrierPhones(store, companyIds)) {
    const masked = maskedPhone(phone)
    if (masked) shown.set(companyId, { masked, person, channel })
  }
  return shown
}
