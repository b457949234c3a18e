import type { BodyCode } from '../../contract/codes.ts'
import type { LatentCarrier } from './carriers.ts'
import type { Geography } from './geography.ts'
import { Trades } from './history.ts'
import { BODIES, type Knobs } from './knobs.ts'
import type { Lanes } from './lanes.ts'
import { Lottery } from './lottery.ts'
import { bodySent, canTake, preferencesOf, withFittingBody, type Willing } from './preferences.ts'
import { drawMarkup, marketOf, writtenPrice } from './prices.ts'
import type { Random } from './random.ts'

const DAY_MS = 86_400_000

interface Asked {
  lane: number
  half: 0 | 1
  body: BodyCode
  atMs: number
  offers: number
}

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
  const preferences = [0, 1].map((half) => preferencesOf(carriers, half as 0 | 1, geography, knobs))
  const random = randoms.offering
  const offers = new Trades(counts.offers)
  const orders = new Trades(counts.orders)
  const oracle = { asked: 0, hits: 0 }
  const lastFifthMs = asked.map(({ atMs }) => atMs).sort((a, b) => a - b)[Math.floor(asked.length * 0.8)] ?? Infinity

  for (const group of groupsOf(asked)) {
    const { lane: laneNumber, half, body } = group[0]!
    const lane = lanes.list[laneNumber]!
    const willing = withFittingBody(preferences[half]!(lane.from, lane.to), body, carriers)
    const lottery = new Lottery(willing.preference.map((wish) => wish ** knobs.sharpness))
    const [fromPlaceId, toPlaceId] = [geography.places[lane.from]!.id, geography.places[lane.to]!.id]
    for (const one of group) {
      const bidders = drawBidders(one, willing, lottery, carriers, knobs, random)
      const market = marketRoubles(lane, body, one.atMs)
      const bids = bidders.map(({ carrier, preference }) => ({
        carrier,
        preference,
        markup: drawMarkup(carriers[carrier]!, knobs, random),
        atMs: one.atMs - Math.min(6, random.exponential(0.8)) * DAY_MS,
      }))
      const executor = bids[takenBid(bids, knobs, random)]!
      const write = (into: Trades, bid: (typeof bids)[number], atMs: number, net: number, wanted: BodyCode) => {
        const { minor, vat } = writtenPrice(net, carriers[bid.carrier]!, atMs)
        into.push({
          carrier: bid.carrier,
          fromPlaceId,
          toPlaceId,
          body: random.chance(knobs.unknownBody) ? null : wanted,
          rateMinor: random.chance(knobs.unknownRate) ? null : minor,
          vat: random.chance(knobs.unknownVat) ? null : vat,
          atMs: Math.round(atMs / 1000) * 1000,
        })
      }
      for (const bid of bids)
        write(offers, bid, bid.atMs, market * Math.exp(bid.markup), bodySent(carriers[bid.carrier]!, body))
      write(orders, executor, one.atMs, market * Math.exp(executor.markup - knobs.bargain * random.next()), body)
      if (one.atMs < lastFifthMs) continue
      oracle.asked++
      if (willing.preference.filter((wish) => wish > executor.preference).length < 10 && executor.preference > 0)
        oracle.hits++
    }
  }
  return { offers, orders, oracleHit10: oracle.asked === 0 ? 0 : oracle.hits / oracle.asked }
}

function ask(counts: { orders: number; offers: number }, lanes: Lanes, knobs: Knobs, random: Random): Asked[] {
  const bodies = new Lottery(BODIES.map(({ share }) => share))
  const sinceMs = Date.parse(knobs.sinceAt)
  const asked = Array.from({ length: counts.orders }, (): Asked => {
    const share = random.next()
    const lane = lanes.lottery.draw(random)
    const drawn = BODIES[bodies.draw(random)]!.body
    const body = random.chance(knobs.laneBodyShare) ? lanes.list[lane]!.body : drawn
    return { lane, half: share < 0.5 ? 0 : 1, body, atMs: sinceMs + share * knobs.days * DAY_MS, offers: 1 }
  })
  // Everybody who drives has offered; the other offers fall where they fall.
  for (let left = counts.offers - asked.length; left > 0; left--) asked[random.below(asked.length)]!.offers++
  return asked
}

/** Requests that the same carriers want are played together; who wants a lane is worked out once. */
function groupsOf(asked: readonly Asked[]): Iterable<Asked[]> {
  const groups = new Map<string, Asked[]>()
  for (const one of asked) {
    const key = `${one.lane} ${one.half} ${one.body}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups.values()
}

function drawBidders(
  { offers, body }: Asked,
  willing: Willing,
  lottery: Lottery,
  carriers: readonly LatentCarrier[],
  knobs: Knobs,
  random: Random,
): { carrier: number; preference: number }[] {
  const bidders = new Map<number, number>()
  let vain = 0
  while (bidders.size < offers) {
    const isStray = vain > offers * 8 || lottery.total === 0 || random.chance(knobs.stray)
    const at = isStray ? -1 : lottery.draw(random)
    const carrier = isStray ? random.below(carriers.length) : willing.carriers[at]!
    vain++
    // In a tiny world nobody may have such a truck: then anybody offers, as long as there is anybody left.
    if (isStray && !canTake(carriers[carrier]!, body) && vain < 2000) continue
    if (bidders.has(carrier) && vain < 4000) continue
    if (bidders.has(carrier)) break
    bidders.set(carrier, isStray ? 0 : willing.preference[at]!)
  }
  return [...bidders].map(([carrier, preference]) => ({ carrier, preference }))
}

function takenBid(bids: readonly { preference: number; markup: number }[], knobs: Knobs, random: Random): number {
  // A stranger is trusted as little as the least known of those who offered.
  const least = Math.min(...bids.flatMap(({ preference }) => (preference > 0 ? [preference] : [])), 1)
  return new Lottery(
    bids.map(
      ({ preference, markup }) => Math.max(preference, least) ** knobs.loyalty * Math.exp(-markup / knobs.priceScale),
    ),
  ).draw(random)
}
