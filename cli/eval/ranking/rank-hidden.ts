import type { History, Trades } from '../../../bench/world/history.ts'
import type { BodyCode } from '../../../contract/codes.ts'
import { satisfyingBodies } from '../../../server/match/compatibility.ts'
import type { CarrierFacts, MatchContext } from '../../../server/match/facts.ts'
import { historiesOn, type IndexedHistory } from '../../../server/match/lane-index/histories.ts'
import { matchCarriers } from '../../../server/match/match.ts'
import { directionsOnTheWay } from '../../../server/match/ways/declared-ways.ts'
import { straightRoadKm } from '../../../server/match/ways/way.ts'
import type { Gazetteer } from '../../../server/places/gazetteer.ts'
import { BASELINES } from './baselines.ts'
import { factsOf, profilesOf } from './facts-of-history.ts'
import { Ranks, type RankFigures } from './figures.ts'
import { hideLast } from './hide-last.ts'
import { indexOfHistory, knownBodies } from './index-of-history.ts'
import { plainLoad } from './plain-load.ts'

export interface RankingFigures {
  /** Hidden orders. */
  n: number
  ours: RankFigures
  baselines: Record<string, RankFigures>
}

/** Company ids, best first. */
export type Ranker = (context: MatchContext, candidates: readonly CarrierFacts[]) => number[]

export const oursRanker: Ranker = (context, candidates) =>
  matchCarriers(context, candidates).rows.map(({ facts }) => facts.companyId)

/**
 * Hides the last fifth of the orders, ranks carriers for each of them by what was known before the first, and looks
 * where the one who really drove stands. Null when there is nothing to hide.
 */
export function rankHidden(history: History, gazetteer: Gazetteer, ranker: Ranker = oursRanker): RankingFigures | null {
  const split = hideLast(history)
  if (!split) return null
  const { seen, hidden, now } = split
  const bodies = knownBodies(seen)
  const index = indexOfHistory(seen, bodies, gazetteer)
  const profiles = profilesOf(seen, bodies)
  const placeOf = (id: number) => gazetteer.byId(id)!
  const roadKm = straightRoadKm
  const ours = new Ranks()
  const baselines = Object.entries(BASELINES).map(([name, rank]) => ({ name, rank, ranks: new Ranks() }))

  for (const { fromPlaceId, toPlaceId, driversByBody } of askedByLane(hidden)) {
    const histories = historiesOn(index, { fromPlaceId, toPlaceId, nowMs: Date.parse(now) })
    const lane = { from: placeOf(fromPlaceId), to: placeOf(toPlaceId) }
    const ways = directionsOnTheWay(index, { ...lane, partLoad: false, placeOf, roadKm })
    const all = [...histories, ...onlyOnTheWay(histories, ways)]
    const candidates = all.map((each) =>
      factsOf(each, profiles[each.companyId]!, lane, placeOf, ways.get(each.companyId)),
    )
    for (const [body, drivers] of driversByBody) {
      const load = plainLoad(lane.from, lane.to, body)
      const places = placesIn(ranker({ load, ...lane, now }, candidates))
      for (const driver of drivers) ours.add(places.get(driver) ?? null)
      const satisfying = satisfyingBodies(load)
      const fits = (carrier: number) => mayTake(bodies[carrier]!, satisfying)
      for (const { rank, ranks } of baselines) {
        const baselinePlaces = placesIn(rank(histories, fits))
        for (const driver of drivers) ranks.add(baselinePlaces.get(driver) ?? null)
      }
    }
  }
  return {
    n: hidden.length,
    ours: ours.figures(),
    baselines: Object.fromEntries(baselines.map(({ name, ranks }) => [name, ranks.figures()])),
  }
}

/** Carriers who have neither driven nor declared anything near, but declare a way past. */
function onlyOnTheWay(histories: readonly IndexedHistory[], ways: ReadonlyMap<number, unknown>): IndexedHistory[] {
  const known = new Set(histories.map(({ companyId }) => companyId))
  const nothing = { exact: null, near: [], region: null, declared: [] }
  return [...ways.keys()].filter((companyId) => !known.has(companyId)).map((companyId) => ({ companyId, ...nothing }))
}

interface Asked {
  fromPlaceId: number
  toPlaceId: number
  driversByBody: Map<BodyCode | null, number[]>
}

/** Orders of one lane and body have one list: it is made once. */
function askedByLane(hidden: Trades): Asked[] {
  const asked = new Map<string, Asked>()
  for (let row = 0; row < hidden.length; row++) {
    const { fromPlaceId, toPlaceId, body, carrier } = hidden.at(row)
    const key = `${fromPlaceId} ${toPlaceId}`
    const { driversByBody } = asked.get(key) ?? { driversByBody: new Map<BodyCode | null, number[]>() }
    asked.set(key, { fromPlaceId, toPlaceId, driversByBody })
    const drivers = driversByBody.get(body)
    if (drivers) drivers.push(carrier)
    else driversByBody.set(body, [carrier])
  }
  return [...asked.values()]
}

function placesIn(ranked: readonly number[]): Map<number, number> {
  return new Map(ranked.map((companyId, at) => [companyId, at + 1]))
}

/** The body filter of the baselines, the same rule as the matcher's veto: what is not known keeps nobody out. */
function mayTake(own: ReadonlySet<BodyCode>, satisfying: ReadonlySet<BodyCode> | null): boolean {
  if (satisfying === null || own.size === 0 || own.has('other')) return true
  for (const body of own) if (satisfying.has(body)) return true
  return false
}
