import type { PortalStore } from './database.ts'
import type { OfferRow } from './schema.ts'

/** A carrier's newest offer, whatever became of it. */
export async function readLastOffer(store: PortalStore, companyId: number): Promise<OfferRow | null> {
  const row = await store
    .selectFrom('offer')
    .selectAll()
    .where('companyId', '=', companyId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** How many orders of ours this carrier has under way. */
export async function countTripsUnderWay(store: PortalStore, companyId: number): Promise<number> {
  const row = await store
    .selectFrom('load')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('carrierCompanyId', '=', companyId)
    .where('kind', '=', 'order')
    .where('semantics', '=', 'P')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** The company of an entry in the carrier base. */
export async function readCompanyOfEntry(store: PortalStore, carrierId: number): Promise<number | null> {
  const row = await store.selectFrom('carrier').select('companyId').where('id', '=', carrierId).executeTakeFirst()
  return row?.companyId ?? null
}

/** The company of an offer. */
export async function readCompanyOfOffer(store: PortalStore, offerId: number): Promise<number | null> {
  const row = await store.selectFrom('offer').select('companyId').where('id', '=', offerId).executeTakeFirst()
  return row?.companyId ?? null
}

/** Directions as typed in the base, in their order. */
export async function readDirectionTexts(store: PortalStore, companyId: number): Promise<string[]> {
  const rows = await store
    .selectFrom('direction')
    .innerJoin('carrier', 'carrier.id', 'direction.carrierId')
    .select('direction.text')
    .where('carrier.companyId', '=', companyId)
    .orderBy('direction.carrierId')
    .orderBy('direction.position')
    .execute()
  return rows.map((row) => row.text)
}
