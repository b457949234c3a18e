import type { BodyCode } from '../../contract/codes.ts'
import { BODIES, type Knobs } from './knobs.ts'
import type { Geography } from './geography.ts'
import { Lottery } from './lottery.ts'
import type { Random } from './random.ts'

export interface Lane {
  from: number
  to: number
  km: number
  /** The body most of its freight needs. */
  body: BodyCode
}

export interface Lanes {
  list: readonly Lane[]
  popularity: Float64Array
  lottery: Lottery
}

/** A small country has only so many pairs of places: after this many vain draws in a row the list is full. */
const MOST_VAIN_DRAWS = 20_000

/**
 * The lanes that clients ask for: large and not too distant places more often, their popularity by Zipf's law over a
 * shuffled order of gravity, so that a few lanes carry much and most are seen once or twice.
 */
export function drawLanes(count: number, geography: Geography, knobs: Knobs, random: Random): Lanes {
  const ends = new Lottery(geography.weight)
  const bodies = new Lottery(BODIES.map(({ share }) => share))
  const found = new Map<number, { lane: Lane; gravity: number }>()
  for (let vain = 0; found.size < count && vain < MOST_VAIN_DRAWS; vain++) {
    const [from, to] = [ends.draw(random), ends.draw(random)]
    const key = from * geography.places.length + to
    if (found.has(key)) continue
    const km = geography.km(from, to)
    const pull = Math.exp(-km / knobs.distanceScaleKm)
    if (km < knobs.shortestKm || !random.chance(pull)) continue
    const gravity = geography.weight[from]! * geography.weight[to]! * pull * Math.exp(random.normal())
    found.set(key, { lane: { from, to, km, body: BODIES[bodies.draw(random)]!.body }, gravity })
    vain = 0
  }
  const list = [...found.values()].sort((a, b) => b.gravity - a.gravity).map(({ lane }) => lane)
  const popularity = Float64Array.from(list, (_, rank) => 1 / (rank + 10) ** knobs.zipf)
  return { list, popularity, lottery: new Lottery(popularity) }
}
