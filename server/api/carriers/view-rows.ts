import type { CarrierRow, Whereabouts } from '../../../contract/carriers.ts'
import type { Place } from '../../../contract/place.ts'
import type { CarrierFacts } from '../../match/facts.ts'
import type { Judged } from '../../match/match.ts'
import type { LaneMemory } from './lane-memory.ts'
import type { LastRateSeen } from './last-rates.ts'
import type { OfferOnRow } from './offers-on-load.ts'

const DAY_MS = 86_400_000

/** Evidence is read for the carriers that are shown, not for all who were judged. `now` in UTC ISO. */
export async function viewRows(
  judged: readonly Judged[],
  input: {
    memory: Pick<LaneMemory, 'contacts' | 'lastRates'>
    from: Place
    to: Place
    offers: ReadonlyMap<number, OfferOnRow[]>
    now: string
  },
): Promise<CarrierRow[]> {
  const companyIds = judged.map(({ facts }) => facts.companyId)
  const contacts = await input.memory.contacts.of(companyIds)
  const lane = { fromPlaceId: input.from.id, toPlaceId: input.to.id }
  const nowMs = Date.parse(input.now)
  const lastRates = await input.memory.lastRates.of(companyIds, lane)
  return judged.map(({ facts, score, reasons, vetoes, warnings, preferred }, at) => ({
    companyId: facts.companyId,
    name: facts.name,
    sources: sourcesOf(facts),
    score,
    reasons,
    vetoes,
    warnings,
    vehicles: facts.vehicles,
    whereabouts: whereaboutsOf(facts, input.now),
    lastRate: lastRateOf(lastRates[at] ?? null, nowMs),
    contact: contacts[at] ?? null,
    preferred,
    attempts: facts.attempts,
    offers: input.offers.get(facts.companyId) ?? [],
  }))
}

/** How many records of each source speak for him; region-wide history counts only where there is no nearer one. */
function sourcesOf(facts: CarrierFacts): CarrierRow['sources'] {
  const sources: CarrierRow['sources'] = []
  const base = declaredLanes(facts) + (facts.standsAt ? 1 : 0) + (facts.freeAt ? 1 : 0)
  if (base > 0) sources.push({ source: 'base', count: base })
  let offers = facts.exact?.offers ?? 0
  let trips = facts.exact?.trips ?? 0
  for (const lane of facts.near) {
    offers += lane.offers
    trips += lane.trips
  }
  offers ||= facts.region?.offers ?? 0
  trips ||= facts.region?.trips ?? 0
  if (offers > 0) sources.push({ source: 'offers', count: offers })
  if (trips > 0) sources.push({ source: 'orders', count: trips })
  const running = runningOrders(facts)
  if (running > 0) sources.push({ source: 'running', count: running })
  return sources
}

/** A direction near the lane may lie on its way, too. */
function declaredLanes({ declared, onTheWay, outbound }: CarrierFacts): number {
  const all = declared.length + onTheWay.length + outbound.length
  if (all < 2) return all
  const lanes = new Set<string>()
  for (const list of [declared, onTheWay, outbound]) for (const { from, to } of list) lanes.add(`${from.id} ${to.id}`)
  return lanes.size
}

/** Orders of ours on which his trucks are now; one may both come empty here and pass with room. */
function runningOrders({ soonEmpty, sharing }: CarrierFacts): number {
  if (soonEmpty.length + sharing.length < 2) return soonEmpty.length + sharing.length
  return new Set([...soonEmpty, ...sharing].map(({ orderId }) => orderId)).size
}

/** The newest word on where his truck is: a day to come beats a place he left, a fresh place beats a day gone by. */
function whereaboutsOf({ standsAt, freeAt, home }: CarrierFacts, now: string): Whereabouts | null {
  if (freeAt && (freeAt.on >= now.slice(0, 10) || !standsAt || standsAt.at.slice(0, 10) < freeAt.on))
    return { kind: 'free', place: freeAt.place.name, on: freeAt.on, offKm: Math.round(freeAt.offKm) }
  if (standsAt) return { kind: 'now', place: standsAt.place.name, at: standsAt.at, offKm: Math.round(standsAt.offKm) }
  return home && { kind: 'home', place: home.place.name, offKm: Math.round(home.offKm) }
}

function lastRateOf(last: LastRateSeen | null, nowMs: number): CarrierRow['lastRate'] {
  if (!last) return null
  const { rate, atMs, from, to } = last.kept
  const { minor, currency, vat } = rate
  const ageDays = Math.max(0, Math.floor((nowMs - atMs) / DAY_MS))
  return { minor, currency, vat, ageDays, from, to, exactLane: last.exactLane }
}
