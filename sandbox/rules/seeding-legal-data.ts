import type { SeedRequisite } from '../seeds/seed.ts'
import type { State } from '../state/state.ts'
import { formatInstant } from './time.ts'

const requisiteType = '8'
const legalAddress = '6'

/** Plants the requisites of companies with their addresses and accounts; `now` is in seconds. */
export function plantLegalData(state: State, requisites: Iterable<SeedRequisite>, now: number): void {
  const own = { ACTIVE: 'Y', SORT: '500', DATE_CREATE: formatInstant(now), CREATED_BY_ID: '1' }
  const { legal, meta } = state
  for (const { entityTypeId, entityId, presetId, name, fields, address, account } of requisites) {
    const id = meta.nextId('requisite')
    const owner = { ENTITY_TYPE_ID: String(entityTypeId), ENTITY_ID: String(entityId), PRESET_ID: String(presetId) }
    legal.requisites.plant({ id, values: { ...own, ...owner, NAME: name, ...fields, ID: String(id) } })
    const place = { TYPE_ID: legalAddress, ENTITY_TYPE_ID: requisiteType, ENTITY_ID: String(id) }
    legal.addresses.plant({ id: meta.nextId('address'), values: { ...place, ...address } })
    const bank = meta.nextId('bankDetail')
    const details = { ...own, ENTITY_ID: String(id), COUNTRY_ID: '1', NAME: 'Основной счёт', ...account }
    legal.bankDetails.plant({ id: bank, values: { ...details, ID: String(bank) } })
  }
}
