import { localHour, minuteAt } from '../days.ts'
import type { Lane } from '../geography/lanes.ts'
import { typePlace } from '../geography/place-texts.ts'
import { hubAt, roadKm } from '../geography/towns.ts'
import type { Town } from '../geography/towns.ts'
import { Random, Wheel } from '../random.ts'
import { CARGOES } from './cargo.ts'
import type { Cargo } from './cargo.ts'
import { crossesBorder } from './carriers.ts'
import type { Client } from './clients.ts'
import { addStops } from './extra-stops.ts'
import type { LoadPlan } from './load-plan.ts'
import { measure } from './measure.ts'
import { marketRate } from './rates.ts'

export interface LoadTime {
  createdAt: number
  loadDay: number
}

const OWN_LANE = 0.72
const OWN_CARGO = 0.85
const EVERY_CARGO = new Wheel(CARGOES, (cargo) => cargo.weight)

/** The hub itself or, every third time, one of its satellites: nearby towns, the same trade. */
function townOf(random: Random, hub: number): Town {
  const { satellites } = hubAt(hub)
  return satellites.length > 0 && random.chance(0.34) ? random.pick(satellites) : hubAt(hub)
}

function throughKm(load: Pick<LoadPlan, 'from' | 'to' | 'stops'>): number {
  const towns = [load.from, ...load.stops.map((stop) => stop.town), load.to]
  return towns.slice(1).reduce((sum, town, at) => sum + roadKm(towns[at] ?? town, town), 0)
}

/** How many days the truck is on the road. */
export function daysOnRoad(km: number): number {
  return Math.max(1, Math.ceil(km / 620))
}

/** What follows from the route, the dates and the cargo; called again when somebody changes those by hand. */
export function settle(load: LoadPlan, random: Random): LoadPlan {
  const { from, to } = load
  load.km = Math.round(throughKm(load))
  load.loadFromAt = localHour(load.loadDay, random.integer(8, 14), from.utcHours)
  load.loadToAt = load.loadFromAt + random.pick([120, 240, 360])
  load.unloadByAt = localHour(load.loadDay + daysOnRoad(load.km) + random.integer(0, 1), 18, to.utcHours)
  load.abroad = crossesBorder(from.hub, to.hub)
  load.market = marketRate({
    from: from.hub,
    to: to.hub,
    km: load.km,
    day: load.loadDay,
    body: load.bodies[0] ?? 'tent',
    weightKg: load.partLoad ? Math.max(load.weightKg, 1600) : load.weightKg,
    volumeM3: load.volumeM3,
    adr: load.adr !== null,
    oversize: (load.size?.[1] ?? 0) > 2.55,
    stops: load.stops.length,
  })
  return load
}

export function planLoad(seed: number, client: Client, lanes: Wheel<Lane>, time: LoadTime, cargo?: Cargo): LoadPlan {
  const random = new Random(seed)
  const lane = random.chance(OWN_LANE) ? client.lanes.draw(random) : lanes.draw(random)
  const from = townOf(random, lane.from)
  const to = townOf(random, lane.to)
  const kind = cargo ?? (random.chance(OWN_CARGO) ? client.cargoes : EVERY_CARGO).draw(random)
  const load: LoadPlan = {
    seed,
    client,
    createdAt: time.createdAt,
    from,
    to,
    loadPlace: typePlace(random, from),
    unloadPlace: typePlace(random, to),
    stops: [],
    km: 0,
    loadDay: time.loadDay,
    loadFromAt: minuteAt(time.loadDay, 0),
    loadToAt: 0,
    unloadByAt: 0,
    ...measure(random, kind),
    abroad: false,
    excluded: [],
    market: 0,
  }
  if (random.chance(0.08)) addStops(random, load)
  return settle(load, random)
}
