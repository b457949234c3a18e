import type { BodyCode } from '../../contract/codes.ts'
import { ask, groupedByWishes, type Asked } from './asking.ts'
import { drawBids, takenBid, type Bid } from './bidding.ts'
import { bodySent } from './bodies.ts'
import type { LatentCarrier } from './carriers.ts'
import type { Geography } from './geography.ts'
import { Trades } from './history.ts'
import type { Knobs } from './knobs.ts'
import type { Lanes } from './lanes.ts'
import { Pool } from './pool.ts'
import { preferencesOf, type Willing } from './preferences.ts'
import { marketOf, writtenPrice } from './prices.ts'
import type { Random } from './random.ts'

export interface Traded {
  offers: Trades
  orders: Trades
  /** Of the last fifth of the orders, the share whose executor is among the ten who want the lane most. */
  oracleHit10: number
}

/** Plays the history: clients ask, several carriers offer, one of them drives. */
export function trade(
  counts: { orders: number; offers: number },
  carriers: readonly LatentCarrier[],
  lanes: Lanes,
  geography: Geography,
  knobs: Knobs,
  randoms: { asking: Random; offering: Random; market: Random },
): Traded {
  const asked = ask(counts, lanes, knobs, randoms.asking)
  const marketRoubles = marketOf(geography, knobs, randoms.market)
  const poolsFor = poolsOf(carriers, lanes, geography, knobs)
  const random = randoms.offering
  const [offers, orders] = [new Trades(counts.offers), new Trades(counts.orders)]
  const lastFifthMs = asked.map(({ atMs }) => atMs).sort((a, b) => a - b)[Math.floor(asked.length * 0.8)] ?? Infinity
  const oracle = { asked: 0, hits: 0 }

  for (const group of groupedByWishes(asked, lanes)) {
    const lane = lanes.list[group[0]!.lane]!
    const pools = poolsFor(group[0]!)
    const ends = { fromPlaceId: geography.places[lane.from]!.id, toPlaceId: geography.places[lane.to]!.id }
    for (const one of group) {
      const market = marketRoubles(lane, one.body, one.atMs)
      const bids = drawBids(one, pools, carriers, knobs, random)
      const executor = takenBid(bids, knobs, random)
      const write = (into: Trades, { carrier }: Bid, at: number, net: number, body: BodyCode) => {
        const { minor, vat } = writtenPrice(net, carriers[carrier]!, at)
        into.push({
          carrier,
          ...ends,
          body: random.chance(knobs.unknownBody) ? null : body,
          rateMinor: random.chance(knobs.unknownRate) ? null : minor,
          vat: random.chance(knobs.unknownVat) ? null : vat,
          atMs: Math.round(at / 1000) * 1000,
        })
      }
      for (const bid of bids)
        write(offers, bid, bid.atMs, market * Math.exp(bid.markup), bodySent(carriers[bid.carrier]!, one.body))
      write(orders, executor, one.atMs, market * Math.exp(executor.markup - knobs.bargain * random.next()), one.body)
      if (one.atMs < lastFifthMs) continue
      const keener = pools.reduce((sum, pool) => sum + pool.keenerThan(executor.preference), 0)
      oracle.asked++
      if (executor.preference > 0 && keener < 10) oracle.hits++
    }
  }
  return { offers, orders, oracleHit10: oracle.asked === 0 ? 0 : oracle.hits / oracle.asked }
}

/** Pools for a group of requests; those of the last lane and the last loading place are kept for the next group. */
function poolsOf(carriers: readonly LatentCarrier[], lanes: Lanes, geography: Geography, knobs: Knobs) {
  const preferences = [0, 1].map((half) => preferencesOf(carriers, half as 0 | 1, geography, knobs))
  let place = -1
  let willingHere: (Willing | undefined)[] = []
  let poolsHere = new Map<string, Pool>()
  let lane = -1
  let willingOnLane: (Willing | undefined)[] = []
  return ({ lane: number, half, body }: Asked): Pool[] => {
    const { from, to } = lanes.list[number]!
    if (from !== place) [place, willingHere, poolsHere] = [from, [], new Map()]
    if (number !== lane) [lane, willingOnLane] = [number, []]
    const onLane = (willingOnLane[half] ??= preferences[half]!.forLane(from, to))
    const here = (willingHere[half] ??= preferences[half]!.atHand(from))
    const atHand = poolsHere.get(`${half} ${body}`) ?? new Pool(here, body, carriers)
    poolsHere.set(`${half} ${body}`, atHand)
    return [new Pool(onLane, body, carriers), atHand]
  }
}
