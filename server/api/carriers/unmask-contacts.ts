import type { CarrierRow } from '../../../contract/carriers.ts'
import { readChosen } from '../../store/chosen-settings.ts'
import type { PortalStore } from '../../store/database.ts'
import { readCarrierPhones } from '../../store/phones.ts'

/** Rows with whole numbers where a director has switched the masking off; else as they are. */
export async function unmaskContacts(store: PortalStore, rows: CarrierRow[]): Promise<CarrierRow[]> {
  if (await readChosen(store, 'phonesMasked')) return rows
  const phones = await readCarrierPhones(
    store,
    rows.map(({ companyId }) => companyId),
  )
  return rows.map((row) => {
    const phone = phones.get(row.companyId)?.phone
    return row.contact && phone ? { ...row, contact: { ...row.contact, masked: phone } } : row
  })
}
