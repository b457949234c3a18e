import { applyLaneChanges } from './carrier-lane.ts'
import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'
import { offerOf, type LaneContribution } from './lane-contribution.ts'
import type { OfferRow } from './schema.ts'

/** Enters or updates offers, and the lanes of the carriers who made them. */
export async function saveOffers(store: PortalStore, rows: readonly OfferRow[]): Promise<void> {
  if (!rows.length) return
  const before = await contributionsOf(
    store,
    rows.map((row) => row.id),
  )
  await store
    .replaceInto('offer')
    .values([...rows])
    .execute()
  await applyLaneChanges(store, before, present(rows))
}

export async function removeOffers(store: PortalStore, ids: readonly number[]): Promise<void> {
  const before = await contributionsOf(store, ids)
  await store.deleteFrom('offer').where('id', 'in', idList(ids)).execute()
  await applyLaneChanges(store, before, [])
}

async function contributionsOf(store: PortalStore, ids: readonly number[]): Promise<LaneContribution[]> {
  return present(await store.selectFrom('offer').selectAll().where('id', 'in', idList(ids)).execute())
}

function present(rows: readonly OfferRow[]): LaneContribution[] {
  return rows.map(offerOf).filter((one) => one !== null)
}
