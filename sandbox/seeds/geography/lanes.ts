import { hashText, mix, Random } from '../random.ts'
import { HUBS, hubAt, roadKm } from './towns.ts'

/** A pair of hubs freight runs between. */
export interface Lane {
  from: number
  to: number
  km: number
  /** Zipf weight of its rank: the busiest lane carries hundreds of times what a rare one does. */
  weight: number
}

const SHORTEST_KM = 130
const FLAVOUR = hashText('which lanes a forwarder happens to have')

/** Москва → Казань is the company's main lane: the demonstration stands on it. */
const HOUSE_LANES: readonly (readonly [string, string])[] = [
  ['Москва', 'Казань'],
  ['Москва', 'Санкт-Петербург'],
  ['Санкт-Петербург', 'Москва'],
  ['Москва', 'Екатеринбург'],
  ['Казань', 'Москва'],
]

export function laneKey(from: number, to: number): number {
  return from * HUBS.length + to
}

function attraction(from: number, to: number, km: number): number {
  const place = HOUSE_LANES.findIndex(([a, b]) => a === hubAt(from).name && b === hubAt(to).name)
  if (place >= 0) return Number.MAX_SAFE_INTEGER - place
  const chance = new Random(mix(FLAVOUR, laneKey(from, to)))
  return ((hubAt(from).out * hubAt(to).in) / (km + 250) ** 0.6) * Math.exp(chance.bell() * 0.7)
}

/** The busiest `count` lanes, best first; the same for every seed. */
export function busiestLanes(count: number): Lane[] {
  const found: { from: number; to: number; km: number; pull: number }[] = []
  for (let from = 0; from < HUBS.length; from++) {
    for (let to = 0; to < HUBS.length; to++) {
      const km = roadKm(hubAt(from), hubAt(to))
      if (km >= SHORTEST_KM) found.push({ from, to, km, pull: attraction(from, to, km) })
    }
  }
  found.sort((a, b) => b.pull - a.pull || laneKey(a.from, a.to) - laneKey(b.from, b.to))
  return found.slice(0, count).map(({ from, to, km }, rank) => ({ from, to, km, weight: 1 / (rank + 2) ** 0.92 }))
}

const NEIGHBOUR_KM = 260

/** Hubs a truck from here reaches empty without thinking; itself not included. */
export const NEIGHBOURS: readonly (readonly number[])[] = HUBS.map((hub) =>
  HUBS.filter((other) => other.hub !== hub.hub && roadKm(hub, other) <= NEIGHBOUR_KM).map((other) => other.hub),
)
