import type { PortalStore } from './database.ts'

/** Facts about the copy itself; each is JSON under its own key. */
export type MetaKey =
  | 'schemaMap'
  | 'portalMap'
  | 'mapProblems'
  | 'installState'
  | 'asOf'
  | 'reconciledAt'
  | 'departmentRoles'
  | 'changesFrom'
  | 'lossesWatchedFrom'
  | 'pastLosses'
  | 'administrators'
  | 'portalLanguage'
  | 'portalAbsences'
  | 'restingLeadStage'
  | 'ratesRecordedOn'
  | 'personRoles'
  | 'lostFields'
  | 'bindingMark'

/** null when nothing was ever written under the key. */
export async function readMeta<Value>(store: PortalStore, key: MetaKey): Promise<Value | null> {
  const row = await store.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst()
  return row ? (JSON.parse(row.value) as Value) : null
}

export async function writeMeta(store: PortalStore, key: MetaKey, value: unknown): Promise<void> {
  const text = JSON.stringify(value)
  await store
    .insertInto('meta')
    .values({ key, value: text })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
    .execute()
}

/** When the copy was last known equal to the portal, UTC ISO; null while it has never been. */
export async function readAsOf(store: PortalStore): Promise<string | null> {
  return readMeta<string>(store, 'asOf')
}
