import { sql } from 'kysely'
import type { PortalStore } from './database.ts'
import type { PortalDatabase } from './schema.ts'

export type BankAccountRow = PortalDatabase['bankAccount']

/** A carrier with our load on board, and who answers for that load. */
export interface CarrierUnderWay {
  companyId: number
  companyName: string
  trips: number
  /** Those who lead his orders: logists where the order names one. */
  userIds: number[]
}

/** Everybody who has an order of ours under way. */
export async function readCarriersUnderWay(store: PortalStore): Promise<CarrierUnderWay[]> {
  const { rows } = await sql<{ companyId: number; companyName: string | null; trips: number; userIds: string }>`
    SELECT carrierCompanyId AS companyId, company.title AS companyName, count(*) AS trips,
      json_group_array(DISTINCT coalesce(logistId, load.assignedById)) AS userIds
    FROM load INDEXED BY tripUnderWay LEFT JOIN company ON company.id = carrierCompanyId
    WHERE kind = 'order' AND semantics = 'P' AND carrierCompanyId IS NOT NULL
    GROUP BY carrierCompanyId ORDER BY carrierCompanyId`.execute(store)
  return rows.map(({ companyId, companyName, trips, userIds }) => ({
    companyId,
    companyName: companyName ?? `№ ${companyId}`,
    trips,
    userIds: (JSON.parse(userIds) as (number | null)[]).filter((id) => id !== null),
  }))
}

/** What was last seen of each company's accounts. */
export async function readBankAccounts(store: PortalStore): Promise<Map<number, BankAccountRow>> {
  const rows = await store.selectFrom('bankAccount').selectAll().execute()
  return new Map(rows.map((row) => [row.companyId, row]))
}

export async function saveBankAccount(store: PortalStore, row: BankAccountRow): Promise<void> {
  await store
    .insertInto('bankAccount')
    .values(row)
    .onConflict((conflict) => conflict.column('companyId').doUpdateSet(row))
    .execute()
}

/** The last ten digits of every number of these companies: their own, their people's, and their dispatchers'. */
export async function readNumbersOf(store: PortalStore, companyIds: readonly number[]): Promise<Map<number, string[]>> {
  const { rows } = await sql<{ companyId: number; lastDigits: string }>`
    WITH asked AS (SELECT value AS id FROM json_each(${JSON.stringify(companyIds)}))
    SELECT DISTINCT companyId, lastDigits FROM (
      SELECT ownerId AS companyId, lastDigits FROM phone JOIN asked ON asked.id = ownerId WHERE ownerKind = 'company'
      UNION ALL
      SELECT contact.companyId, lastDigits FROM contact JOIN asked ON asked.id = contact.companyId
      JOIN phone ON phone.ownerId = contact.id AND phone.ownerKind = 'contact'
      UNION ALL
      SELECT carrier.companyId, substr(replace(replace(replace(replace(replace(messageContact,
        ' ', ''), '-', ''), '(', ''), ')', ''), '+', ''), -10)
      FROM carrier JOIN asked ON asked.id = carrier.companyId WHERE messageContact GLOB '*[0-9]*')
    ORDER BY companyId, lastDigits`.execute(store)
  const found = new Map<number, string[]>(companyIds.map((id) => [id, []]))
  for (const row of rows) found.get(row.companyId)?.push(row.lastDigits)
  return found
}

/** Whether a head was told of this carrier's contacts since that moment: by the press that changed them. */
export async function isContactTold(store: PortalStore, companyId: number, since: string): Promise<boolean> {
  const row = await store
    .selectFrom('writeStep')
    .innerJoin('writeChain', 'writeChain.key', 'writeStep.chainKey')
    .select('writeStep.id')
    .where('writeChain.companyId', '=', companyId)
    .where('writeChain.acceptedAt', '>=', since)
    .where('writeStep.command', '=', 'notify-manager')
    .where(sql<string>`json_extract(writeStep.payload, '$.tag')`, 'like', `REIS|CONTACT|${companyId}|%`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets those who have no trip under way any more: what they change meanwhile is their own affair. */
export async function keepBankAccountsOf(store: PortalStore, companyIds: readonly number[]): Promise<void> {
  await sql`DELETE FROM bankAccount
    WHERE companyId NOT IN (SELECT value FROM json_each(${JSON.stringify(companyIds)}))`.execute(store)
}
