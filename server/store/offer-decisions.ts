import type { Transaction } from 'kysely'
import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'
import type { PortalDatabase } from './schema.ts'

export type OfferDecisionRow = PortalDatabase['offerDecision']

/** Enters what somebody decided, in the transaction that accepts its writing. */
export async function addOfferDecision(transaction: Transaction<PortalDatabase>, row: OfferDecisionRow): Promise<void> {
  await transaction.insertInto('offerDecision').values(row).execute()
}

/** What was decided on these offers, oldest first. */
export async function readOfferDecisions(
  store: PortalStore,
  offerIds: readonly number[],
): Promise<Map<number, OfferDecisionRow[]>> {
  const rows = await store
    .selectFrom('offerDecision')
    .selectAll()
    .where('offerId', 'in', idList(offerIds))
    .orderBy('at')
    .execute()
  const byOffer = new Map<number, OfferDecisionRow[]>()
  for (const row of rows) byOffer.set(row.offerId, [...(byOffer.get(row.offerId) ?? []), row])
  return byOffer
}

/** How many decisions there are on these offers: it tells whether somebody has decided since one looked. */
export async function countOfferDecisions(
  store: PortalStore | Transaction<PortalDatabase>,
  offerIds: readonly number[],
): Promise<number> {
  const row = await store
    .selectFrom('offerDecision')
    .select((read) => read.fn.countAll<number>().as('count'))
    .where('offerId', 'in', idList(offerIds))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
