import type { PortalStore } from './database.ts'
import type { LoadRow, OfferRow } from './schema.ts'

const MOST = 20

export type PricedOffer = Pick<OfferRow, 'id' | 'semantics' | 'companyId' | 'rateCurrency' | 'vat'> & {
  rateMinor: number
}

/** Offers with a price that an order or its request has or had, those refused aside, newest first. */
export async function readOffersOfOrder(
  store: PortalStore,
  { id, requestId }: Pick<LoadRow, 'id' | 'requestId'>,
): Promise<PricedOffer[]> {
  const priced = store
    .selectFrom('offer')
    .select(['id', 'semantics', 'companyId', 'rateMinor', 'rateCurrency', 'vat'])
    .where('rateMinor', 'is not', null)
    .where('semantics', '!=', 'F')
    .orderBy('id', 'desc')
    .limit(MOST)
  // Two questions, since "or" over two columns would read the whole table.
  const ofOrder = await priced.where('orderId', '=', id).execute()
  const ofRequest = requestId === null ? [] : await priced.where('requestId', '=', requestId).execute()
  const rows = new Map([...ofOrder, ...ofRequest].map((row) => [row.id, row]))
  return [...rows.values()].map((row) => ({ ...row, rateMinor: row.rateMinor! }))
}
