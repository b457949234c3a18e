import { matchRule, type MatchRule } from '../../contract/match-rules.ts'
import type { PortalStore } from './database.ts'

/** Every rule of this portal, newest first. A row that no longer reads as a rule is left out. */
export async function listMatchRules(store: PortalStore): Promise<MatchRule[]> {
  const rows = await store.selectFrom('matchRule').selectAll().orderBy('at', 'desc').orderBy('key').execute()
  return rows.flatMap((row) => {
    const read = matchRule.safeParse({ ...row, companyIds: JSON.parse(row.companyIds) as unknown })
    return read.success ? [read.data] : []
  })
}

/** Enters a rule, or what has become of it. */
export async function saveMatchRule(store: PortalStore, rule: MatchRule): Promise<void> {
  const row = { ...rule, companyIds: JSON.stringify(rule.companyIds) }
  await store
    .insertInto('matchRule')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute()
}

/** false when there was none. */
export async function removeMatchRule(store: PortalStore, key: string): Promise<boolean> {
  const { numDeletedRows } = await store.deleteFrom('matchRule').where('key', '=', key).executeTakeFirst()
  return numDeletedRows > 0n
}
