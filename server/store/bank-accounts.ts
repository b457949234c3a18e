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
    FROM load LEFT JOIN company ON company.id = carrierCompanyId
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

/** Forgets those who have no trip under way any more: what they change meanwhile is their own affair. */
export async function keepBankAccountsOf(store: PortalStore, companyIds: readonly number[]): Promise<void> {
  await sql`DELETE FROM bankAccount
    WHERE companyId NOT IN (SELECT value FROM json_each(${JSON.stringify(companyIds)}))`.execute(store)
}
