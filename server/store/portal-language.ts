import type { Language } from '../../contract/codes.ts'
import type { PortalStore } from './database.ts'
import { readMeta } from './meta.ts'

/** What the portal itself speaks, as it was fitted: cards are written in it. */
export async function readPortalLanguage(store: PortalStore): Promise<Language> {
  return (await readMeta<string>(store, 'portalLanguage')) === 'en' ? 'en' : 'ru'
}
