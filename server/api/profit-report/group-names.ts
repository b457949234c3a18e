import type { ReportBy } from '../../../contract/profit-report.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'
import { laneOfKey } from '../../profit/ledger/report.ts'
import { readCompanyTitles } from '../../store/candidates.ts'
import type { PortalStore } from '../../store/database.ts'
import { readPeople } from '../../store/people.ts'

/** What groups are called; null where orders do not state it. */
export async function groupNames(
  { store, gazetteer }: { store: PortalStore; gazetteer: Gazetteer },
  by: ReportBy,
  keys: readonly number[],
): Promise<(key: number) => string | null> {
  if (by === 'lane') {
    const place = (id: number) => (id === 0 ? null : (gazetteer.byId(id)?.name ?? null))
    return (key) => {
      const { fromPlaceId, toPlaceId } = laneOfKey(key)
      const ends = [place(fromPlaceId), place(toPlaceId)]
      return ends.every((end) => end === null) ? null : ends.map((end) => end ?? '?').join(' — ')
    }
  }
  if (by === 'logist' || by === 'manager') {
    const people = await readPeople(store, keys)
    return (key) => people.get(key)?.name ?? null
  }
  const titles = await readCompanyTitles(store, keys)
  return (key) => titles.get(key) ?? null
}
