import type { OfferLine, OfferState, OffersOfLoad } from '../../contract/offers.ts'

export type ComparedOffer = OffersOfLoad['offers'][number]
export type OfferSort = 'best' | 'newest'

/** Whom the load was given to comes first, then who may still get it, then what is over. */
const RANK: Record<OfferState, number> = {
  awarded: 0,
  accepted: 1,
  active: 2,
  bargain: 2,
  expired: 3,
  declined: 4,
  withdrawn: 4,
}

export function isAlive({ state }: Pick<OfferLine, 'state'>): boolean {
  return RANK[state] < 3
}

/** Best first: by what an offer costs us; what cannot be compared stands behind, newest first. */
export function sortOffers(offers: readonly ComparedOffer[], sort: OfferSort): ComparedOffer[] {
  const newest = (a: ComparedOffer, b: ComparedOffer) => b.createdAt.localeCompare(a.createdAt) || b.id - a.id
  if (sort === 'newest') return offers.toSorted(newest)
  const cost = ({ comparison }: ComparedOffer) => (comparison.state === 'known' ? comparison.equalMinor : Infinity)
  return offers.toSorted((a, b) => RANK[a.state] - RANK[b.state] || compare(cost(a), cost(b)) || newest(a, b))
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
