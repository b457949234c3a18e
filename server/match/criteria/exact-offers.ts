import { lastOfferAgeDays, offersOn } from '../lane-evidence.ts'
import { WEIGHTS } from '../weights.ts'
import type { Criterion } from './criterion.ts'

/** Prices named for these very places, taken or not: O_exact. */
export const exactOffers: Criterion = {
  judge: ({ exact }) => (exact === null ? 0 : WEIGHTS.offer * offersOn(exact)),

  explain({ exact }, { nowMs }) {
    if (exact === null || offersOn(exact) === 0) return []
    const { from, to, offers: count } = exact
    const lastAgeDays = lastOfferAgeDays(exact, nowMs)
    const points = WEIGHTS.offer * offersOn(exact)
    return [{ kind: 'offers_exact', count, lastAgeDays, from: from.name, to: to.name, points }]
  },
}
