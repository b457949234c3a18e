import type { CarrierRow } from '../../../contract/carriers.ts'
import type { PortalStore } from '../../store/database.ts'
import { readCarrierPhones } from '../../store/phones.ts'

/** Rows with whole numbers, for where a director has switched the masking off. */
export async function unmaskContacts(store: PortalStore, rows: CarrierRow[]): Promise<CarrierRow[]> {
  const phones = await readCarrierPhones(
    store,
    rows.map(({ companyId }) => companyId),
  )
  return rows.map((row) => {
    const phone = phones.get(row.companyId)?.phone
    return row.contact && phone ? { ...row, contact: { ...row.contact, masked: phone } } : row
  })
}
