import type { PortalStore } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'

/** Administrators of the portal, as it named each to himself when he came; it tells nobody's rights to others. */
export async function readAdministrators(store: PortalStore): Promise<number[]> {
  return (await readMeta<number[]>(store, 'administrators')) ?? []
}

export async function noteAdministrator(store: PortalStore, userId: number, isAdmin: boolean): Promise<void> {
  const known = await readAdministrators(store)
  if (known.includes(userId) === isAdmin) return
  await writeMeta(store, 'administrators', isAdmin ? [...known, userId] : known.filter((id) => id !== userId))
}
