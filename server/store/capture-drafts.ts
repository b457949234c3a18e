import type { PortalStore } from './database.ts'

export interface CaptureDraft {
  /** What was typed, as the widget keeps it; null where nothing was. */
  body: unknown
  /** The caller's number of a call; never leaves the server whole. */
  phone: string | null
}

export async function readCaptureDraft(
  store: PortalStore,
  userId: number,
  place: string,
): Promise<CaptureDraft | null> {
  const row = await store
    .selectFrom('captureDraft')
    .selectAll()
    .where('userId', '=', userId)
    .where('place', '=', place)
    .executeTakeFirst()
  return row ? { body: row.body === null ? null : (JSON.parse(row.body) as unknown), phone: row.phone } : null
}

/** Keeps what was typed; null throws it away but keeps the number of the call. */
export async function saveCaptureDraft(
  store: PortalStore,
  row: { userId: number; place: string; body: unknown; at: string },
): Promise<void> {
  const body = row.body === null ? null : JSON.stringify(row.body)
  await store
    .insertInto('captureDraft')
    .values({ ...row, body, phone: null })
    .onConflict((conflict) => conflict.columns(['userId', 'place']).doUpdateSet({ body, at: row.at }))
    .execute()
}

/** Remembers the number of a call somebody is in. */
export async function noteCallerNumber(
  store: PortalStore,
  row: { userId: number; place: string; phone: string; at: string },
): Promise<void> {
  await store
    .insertInto('captureDraft')
    .values({ ...row, body: null })
    .onConflict((conflict) => conflict.columns(['userId', 'place']).doUpdateSet({ phone: row.phone, at: row.at }))
    .execute()
}

/** Drafts nobody came back to. */
export async function dropOldDrafts(store: PortalStore, before: string): Promise<void> {
  await store.deleteFrom('captureDraft').where('at', '<', before).execute()
}
