import type { Attempt, CarriersAnswer } from '../../../contract/carriers.ts'
import type { Role } from '../../../contract/codes.ts'
import type { Load, LoadKind } from '../../../contract/load.ts'
import { NotFoundError } from '../../errors.ts'
import type { LaneEnds } from '../../match/lane-index/lanes-between.ts'
import { matchFor } from '../../match/match.ts'
import { needsOf } from '../../match/needs.ts'
import { preferredBy } from '../../match/rules.ts'
import { shortlist } from '../../match/shortlist.ts'
import { shownRows } from '../../match/shown-rows.ts'
import { WEIGHTS } from '../../match/weights.ts'
import type { DistanceEstimate } from '../../places/distance.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'
import type { RoadRouter } from '../../routing/road-router.ts'
import { readAttempts } from '../../store/attempts.ts'
import type { PortalStore } from '../../store/database.ts'
import { readLoadRow } from '../../store/load-reader.ts'
import { readChosen } from '../../store/chosen-settings.ts'
import { listTaughtPlaces } from '../../store/taught-places.ts'
import { factsInFull, gatherCandidates } from './gather-facts.ts'
import { laneMemoryOf, type LaneMemory } from './lane-memory.ts'
import { laneStatistics } from './lane-statistics.ts'
import { laneOf, seesClientRate, viewLoad } from './load-view.ts'
import { matchContextOf } from './match-context.ts'
import { offersOnLoad } from './offers-on-load.ts'
import { viewPlace } from './place-view.ts'
import { roadOfLoad } from './road-of-load.ts'
import { unmaskContacts } from './unmask-contacts.ts'
import { viewRows } from './view-rows.ts'

const MOST_ROWS = 60
const MOST_VETOED = 40
/** Carriers change their lanes: after half a year they may be asked again. */
const LANE_REFUSAL_MS = 180 * 86_400_000

export interface ListInput {
  store: PortalStore
  gazetteer: Gazetteer
  distance: DistanceEstimate
  /** A routing server, where one is set up. */
  router?: RoadRouter | null
  roles: readonly Role[]
  kind: LoadKind
  id: number
  /** UTC ISO. */
  now: string
  /** The portal did not answer: what is shown rests on an earlier proof. */
  stale: boolean
}

/** The whole Carriers tab for one load. Throws NotFoundError when the copy does not have the load. */
export async function listCarriers(input: ListInput): Promise<CarriersAnswer> {
  const { store, gazetteer, now } = input
  const memory = await laneMemoryOf(store, gazetteer)
  const { index, choices } = memory
  const { clientRateForLogists, phonesMasked } = await choices.settings.value()
  const load = await readLoadBy(input, { taught: await choices.taught.value(), clientRateForLogists })
  const lane = laneOf(load)
  const rest = {
    load,
    asOf: (await choices.asOf.value()) ?? now,
    stale: input.stale,
    weightsVersion: WEIGHTS.version,
  }
  // Without both ends there is nothing to match: the widget asks for the place instead.
  if (!lane) return { ...rest, rows: [], vetoed: [], total: 0, totalVetoed: 0, rates: { state: 'none' } }
  const areas = { fromArea: memory.areas.of(lane.from, index), toArea: memory.areas.of(lane.to, index) }
  const attempts = await attemptsOf(memory, input, lane)
  const offers = await offersOnLoad(store, input.kind, input.id)
  const needs = needsOf(await matchContextOf({ ...input, choices }, load, lane))
  const asked = {
    store,
    gazetteer,
    distance: input.distance,
    load,
    ...lane,
    ...areas,
    attempts,
    always: [...offers.keys(), ...preferredBy(needs.rules)],
    now,
  }
  const gathered = await gatherCandidates(memory, asked, needs)
  const { companyIds, total, totalVetoed } = shortlist(needs, gathered, { rows: MOST_ROWS, vetoed: MOST_VETOED })
  const matched = matchFor(needs, await factsInFull(memory, asked, gathered, companyIds))
  const best = shownRows(matched.rows, MOST_ROWS)
  const below = matched.vetoed.slice(0, MOST_VETOED)
  const masked = await viewRows([...best, ...below], { memory, ...lane, offers, now })
  const shown = phonesMasked ? masked : await unmaskContacts(store, masked)
  return {
    ...rest,
    rows: shown.slice(0, best.length),
    vetoed: shown.slice(best.length),
    total,
    totalVetoed,
    rates: await laneStatistics(memory, load, { ...lane, ...areas }, now, roadKmBy(input)),
  }
}

/** Estimated length of a lane; null for a place nobody knows. */
function roadKmBy({ gazetteer, distance }: ListInput) {
  return ({ fromPlaceId, toPlaceId }: LaneEnds): number | null => {
    const [from, to] = [gazetteer.byId(fromPlaceId), gazetteer.byId(toPlaceId)]
    return from && to && distance.between(from, to).km
  }
}

/** A carrier who said that he does not run this lane is not called about the next load on it either. */
async function attemptsOf(
  { refusals }: LaneMemory,
  { store, kind, id, now }: ListInput,
  lane: { from: { id: number }; to: { id: number } },
): Promise<Attempt[]> {
  const since = new Date(Date.parse(now) - LANE_REFUSAL_MS).toISOString()
  const ends = { fromPlaceId: lane.from.id, toPlaceId: lane.to.id }
  const all = [...(await readAttempts(store, kind, id)), ...(await refusals.of(ends, { kind, id }, since))]
  return all.sort((a, b) => b.at.localeCompare(a.at))
}

type LoadAsked = Pick<ListInput, 'store' | 'gazetteer' | 'distance' | 'router' | 'roles' | 'kind' | 'id'>

/** The load as this viewer may see it. Throws NotFoundError. */
export async function readLoad(input: LoadAsked): Promise<Load> {
  const taught = await listTaughtPlaces(input.store)
  return readLoadBy(input, { taught, clientRateForLogists: await readChosen(input.store, 'clientRateForLogists') })
}

async function readLoadBy(
  input: LoadAsked,
  { taught, clientRateForLogists }: { taught: ReadonlyMap<string, number>; clientRateForLogists: boolean },
): Promise<Load> {
  const { store, gazetteer } = input
  const row = await readLoadRow(store, input.kind, input.id)
  if (!row) throw new NotFoundError('This load is not in our copy of the portal')
  const load = viewLoad(row, {
    resolve: (text) => viewPlace(text, gazetteer, taught),
    distance: null,
    withClientRate: seesClientRate(input.roles, clientRateForLogists),
  })
  const stops = load.stops.flatMap(({ place }) => (place.state === 'known' ? [place.place] : []))
  // A road that leaves a stop out would be shorter than what has to be driven.
  if (stops.length < load.stops.length) return load
  return { ...load, distance: await roadOfLoad(store, stops, input.distance, input.router ?? null) }
}
