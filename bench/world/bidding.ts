import type { BodyCode } from '../../contract/codes.ts'
import { canTake } from './bodies.ts'
import type { LatentCarrier } from './carriers.ts'
import type { Knobs } from './knobs.ts'
import { Lottery } from './lottery.ts'
import type { Pool } from './pool.ts'
import { drawMarkup } from './prices.ts'
import type { Random } from './random.ts'

const DAY_MS = 86_400_000
const LONGEST_WAIT_DAYS = 6
/** Draws in vain after which strangers are asked, trucks are no longer looked at, and the search is given up. */
const VAIN = { stranger: 8, anyTruck: 2000, giveUp: 4000 }

export interface Bid {
  carrier: number
  /** How much he wants it; 0: a stranger. */
  preference: number
  /** Logarithm of his price against the market. */
  markup: number
  atMs: number
}

/** Different carriers who answer a request: mostly those of the lane, some with a truck at hand, a few strangers. */
export function drawBids(
  asked: { offers: number; body: BodyCode; atMs: number },
  pools: readonly Pool[],
  carriers: readonly LatentCarrier[],
  knobs: Knobs,
  random: Random,
): Bid[] {
  const whichPool = new Lottery(pools.map(({ lottery }) => lottery.total))
  const preferences = new Map<number, number>()
  for (let draws = 0; preferences.size < asked.offers && draws < VAIN.giveUp; draws++) {
    const isStranger = whichPool.total === 0 || draws > asked.offers * VAIN.stranger || random.chance(knobs.stray)
    if (isStranger) {
      const carrier = random.below(carriers.length)
      // In a tiny world nobody may have such a truck: then anybody offers.
      const mayOffer = draws > VAIN.anyTruck || canTake(carriers[carrier]!, asked.body)
      if (mayOffer && !preferences.has(carrier)) preferences.set(carrier, 0)
    } else {
      const pool = pools[whichPool.draw(random)]!
      const at = pool.lottery.draw(random)
      if (!preferences.has(pool.carriers[at]!)) preferences.set(pool.carriers[at]!, pool.preference[at]!)
    }
  }
  return Array.from(preferences, ([carrier, preference]) => ({
    carrier,
    preference,
    markup: drawMarkup(carriers[carrier]!, knobs, random),
    atMs: asked.atMs - Math.min(LONGEST_WAIT_DAYS, random.exponential(0.8)) * DAY_MS,
  }))
}

/** Whose offer is taken: the keener and the cheaper more often. A stranger is trusted like the least known of them. */
export function takenBid(bids: readonly Bid[], knobs: Knobs, random: Random): Bid {
  const known = bids.flatMap(({ preference }) => (preference > 0 ? [preference] : []))
  const least = known.length > 0 ? Math.min(...known) : 1
  const chances = bids.map(
    ({ preference, markup }) => Math.max(preference, least) ** knobs.loyalty * Math.exp(-markup / knobs.priceScale),
  )
  return bids[new Lottery(chances).draw(random)]!
}
