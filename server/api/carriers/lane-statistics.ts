import type { LaneRates } from '../../../contract/carriers.ts'
import type { Load } from '../../../contract/load.ts'
import type { Place } from '../../../contract/place.ts'
import type { SeenRate } from '../../match/facts.ts'
import type { LaneIndex } from '../../match/lane-index/lane-index.ts'
import { lanesBetween, type LaneEnds } from '../../match/lane-index/lanes-between.ts'
import { laneRates, type LaneRatesContext } from '../../match/lane-rates.ts'
import type { AreaOfEnd } from './lane-area.ts'
import type { LaneMemory } from './lane-memory.ts'

const YEAR_MS = 365 * 86_400_000

/** What this lane has cost in the last year; its surroundings are read only where the lane itself tells too little. */
export async function laneStatistics(
  memory: LaneMemory,
  load: Load,
  lane: LaneWithAreas,
  now: string,
  roadKm: (lane: LaneEnds) => number | null,
): Promise<LaneRates> {
  const since = new Date(Date.parse(now) - YEAR_MS).toISOString()
  const context = { now, distanceKm: load.distance?.km ?? null, bodies: load.bodies }
  const exact = await ownRates(memory, lane, since, context)
  if (exact.state === 'enough') return exact
  // A place that is new to the index makes the areas larger.
  const places = memory.index.places.numbering.size
  const purpose = `${lane.from.id} ${lane.to.id} ${places} ${purposeOf(context)}`
  const kept = memory.wideRates.get(purpose)
  if (kept) return kept
  const changes = memory.wideRates.changes
  const wide = await widened(memory, lane, { since, roadKm, context }, exact)
  memory.wideRates.keep(purpose, wide, changes, (changed) => areaOfLane(changed, lane) !== null)
  return wide
}

/** The surroundings of a lane that tells too little by itself, one step after another. */
async function widened(
  memory: LaneMemory,
  lane: LaneWithAreas,
  { since, roadKm, context }: { since: string; roadKm: (lane: LaneEnds) => number | null; context: LaneRatesContext },
  exact: LaneRates,
): Promise<LaneRates> {
  const read = new Set<string>()
  const seen: SeenRate[] = []
  let rates: LaneRates = exact
  for (const step of WIDENINGS) {
    const lanes = step(memory.index, lane).filter((one) => !read.has(`${one.fromPlaceId} ${one.toPlaceId}`))
    for (const { fromPlaceId, toPlaceId } of lanes) read.add(`${fromPlaceId} ${toPlaceId}`)
    for (const found of await memory.rates.of(lanes, since)) {
      const area = areaOfLane(found.lane, lane)
      if (!area) continue
      // Nobody writes kilometres into an offer; without them a lane twice as long would pass for a dear one.
      const km = area === 'exact' ? null : roadKm(found.lane)
      for (const rate of found.rates) seen.push({ ...rate, area, distanceKm: rate.distanceKm ?? km })
    }
    rates = laneRates(seen, context)
    if (rates.state === 'enough') break
  }
  return rates
}

/** A busy lane has thousands of rates a year and is asked about all day: what they come to moves little in an hour. */
async function ownRates(
  memory: LaneMemory,
  { from, to }: LaneWithAreas,
  since: string,
  context: LaneRatesContext,
): Promise<LaneRates> {
  return memory.rates.made({ fromPlaceId: from.id, toPlaceId: to.id }, since, purposeOf(context), (rates) =>
    laneRates(
      rates.map((rate) => ({ ...rate, area: 'exact' })),
      context,
    ),
  )
}

function purposeOf({ now, distanceKm, bodies }: LaneRatesContext): string {
  return `${now.slice(0, 13)} ${distanceKm} ${bodies.join()}`
}

interface LaneWithAreas {
  from: Place
  to: Place
  fromArea: AreaOfEnd
  toArea: AreaOfEnd
}

/** In the order `laneRates` widens the area. */
const WIDENINGS: ((index: LaneIndex, lane: LaneWithAreas) => LaneEnds[])[] = [
  (_index, { from, to }) => [{ fromPlaceId: from.id, toPlaceId: to.id }],
  (index, { fromArea, toArea }) => lanesBetween(index, fromArea.near.keys(), new Set(toArea.near.keys())),
  (index, { fromArea, toArea }) => lanesBetween(index, fromArea.region, toArea.region),
]

function areaOfLane(
  { fromPlaceId, toPlaceId }: LaneEnds,
  { from, to, fromArea, toArea }: LaneWithAreas,
): SeenRate['area'] | null {
  if (fromPlaceId === from.id && toPlaceId === to.id) return 'exact'
  if (fromArea.near.has(fromPlaceId) && toArea.near.has(toPlaceId)) return 'near'
  return fromArea.region.has(fromPlaceId) && toArea.region.has(toPlaceId) ? 'region' : null
}
