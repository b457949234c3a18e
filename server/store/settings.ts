import type { PortalStore } from './database.ts'

/** A setting of this portal as JSON text, or null when nobody chose one. */
export async function readSetting(store: PortalStore, key: string): Promise<unknown> {
  const row = await store.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
  return row ? (JSON.parse(row.value) as unknown) : null
}

export async function writeSetting(store: PortalStore, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value)
  await store
    .insertInto('setting')
    .values({ key, value: text })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
    .execute()
}

/** Several settings of this portal by their keys; those nobody chose are absent. */
export async function readSettings(store: PortalStore, keys: readonly string[]): Promise<Map<string, unknown>> {
  const rows = await store
    .selectFrom('setting')
    .selectAll()
    .where('key', 'in', [...keys])
    .execute()
  return new Map(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]))
}

/** The portal goes on as if nobody had ever chosen. */
export async function removeSetting(store: PortalStore, key: string): Promise<void> {
  await store.deleteFrom('setting').where('key', '=', key).execute()
}
