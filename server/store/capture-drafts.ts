import type { PortalStore } from './database.ts'
import type { Seal } from './seal.ts'

type Where = { userId: number; place: string }

/** What was typed here and not sent; null where nothing was, or where another secret has sealed it. */
export async function readCaptureDraft(
  store: PortalStore,
  seal: Seal,
  userId: number,
  place: string,
): Promise<unknown> {
  const body = (await findRow(store, { userId, place }))?.body
  if (!body) return null
  try {
    return JSON.parse(seal.open(body)) as unknown
  } catch {
    return null
  }
}

/** The number of the call somebody is in; never leaves the server whole. */
export async function readCallerNumber(store: PortalStore, userId: number, place: string): Promise<string | null> {
  return (await findRow(store, { userId, place }))?.phone ?? null
}

async function findRow(store: PortalStore, { userId, place }: Where) {
  return store
    .selectFrom('captureDraft')
    .selectAll()
    .where('userId', '=', userId)
    .where('place', '=', place)
    .executeTakeFirst()
}

/** Keeps what was typed, sealed: papers of drivers are in it. */
export async function saveCaptureDraft(
  store: PortalStore,
  seal: Seal,
  { body, ...row }: Where & { body: unknown; at: string },
): Promise<void> {
  await writeBody(store, row, seal.close(JSON.stringify(body)))
}

/** It was sent or thrown away; the number of the call stays. */
export async function dropCaptureDraft(store: PortalStore, row: Where & { at: string }): Promise<void> {
  await writeBody(store, row, null)
}

async function writeBody(store: PortalStore, row: Where & { at: string }, body: string | null): Promise<void> {
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
