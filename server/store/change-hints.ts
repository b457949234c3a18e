import type { PortalStore } from './database.ts'
import type { PortalDatabase } from './schema.ts'

export type ChangeHintRow = PortalDatabase['changeHint']

/** Something happened to an item; several hints of one item are one. */
export async function noteChange(store: PortalStore, hint: ChangeHintRow): Promise<void> {
  await store.replaceInto('changeHint').values(hint).execute()
}

/** The oldest hints first. */
export async function readChangeHints(store: PortalStore, limit: number): Promise<ChangeHintRow[]> {
  return store
    .selectFrom('changeHint')
    .selectAll()
    .orderBy('seenAt')
    .orderBy('entity')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Forgets hints that were followed, unless the item was hinted at again meanwhile. */
export async function dropChangeHints(store: PortalStore, hints: readonly ChangeHintRow[]): Promise<void> {
  for (const hint of hints)
    await store
      .deleteFrom('changeHint')
      .where('entity', '=', hint.entity)
      .where('id', '=', hint.id)
      .where('seenAt', '<=', hint.seenAt)
      .execute()
}
