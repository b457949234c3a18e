import type { Language } from '../../contract/codes.ts'
import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'
import { readPortalLanguage } from './portal-language.ts'

/** In which language this person's portal spoke when he was last here. */
export async function noteLanguage(store: PortalStore, userId: number, language: Language): Promise<void> {
  await store
    .insertInto('personLanguage')
    .values({ userId, language })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet({ language }))
    .execute()
}

/** In which language each of these is told something: his own, or the portal’s where he has never been here. */
export async function readToldLanguages(
  store: PortalStore,
  userIds: readonly number[],
): Promise<(userId: number) => Language> {
  const known = await readLanguages(store, userIds)
  const usual = await readPortalLanguage(store)
  return (userId) => known.get(userId) ?? usual
}

/** Who has never been here is absent. */
export async function readLanguages(store: PortalStore, userIds: readonly number[]): Promise<Map<number, Language>> {
  const rows = await store.selectFrom('personLanguage').selectAll().where('userId', 'in', idList(userIds)).execute()
  return new Map(rows.map((row) => [row.userId, row.language]))
}
