import { applyLaneChanges } from './carrier-lane.ts'
import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'
import { tripOf } from './lane-contribution.ts'
import { noteLostMoves } from './lost-moves.ts'
import type { LoadRow } from './schema.ts'

/** Enters or updates requests or orders (one kind a call), and the lanes of the carriers who drove them. */
export async function saveLoads(store: PortalStore, kind: LoadRow['kind'], rows: readonly LoadRow[]): Promise<void> {
  if (!rows.length) return
  if (kind === 'request') await noteLostMoves(store, 'request', rows)
  const before = await tripsOf(store, kind, rows)
  await store
    .replaceInto('load')
    .values([...rows])
    .execute()
  await applyLaneChanges(store, before, present(rows.map(tripOf)))
}

export async function removeLoads(store: PortalStore, kind: LoadRow['kind'], ids: readonly number[]): Promise<void> {
  const before = await tripsOf(
    store,
    kind,
    ids.map((id) => ({ id })),
  )
  await store.deleteFrom('load').where('kind', '=', kind).where('id', 'in', idList(ids)).execute()
  await applyLaneChanges(store, before, [])
}

async function tripsOf(store: PortalStore, kind: LoadRow['kind'], rows: readonly { id: number }[]) {
  // Requests are never trips.
  if (kind === 'request') return []
  const known = await store
    .selectFrom('load')
    .selectAll()
    .where('kind', '=', kind)
    .where('id', 'in', idList(rows.map((row) => row.id)))
    .execute()
  return present(known.map(tripOf))
}

function present<Value>(values: readonly (Value | null)[]): Value[] {
  return values.filter((value) => value !== null)
}
