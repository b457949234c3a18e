import type { BodyCode } from '../../contract/codes.ts'
import { BODIES, type Knobs } from './knobs.ts'
import type { Lanes } from './lanes.ts'
import { Lottery } from './lottery.ts'
import type { Random } from './random.ts'

const DAY_MS = 86_400_000

/** What a client asks for, and how many carriers answer. */
export interface Asked {
  lane: number
  half: 0 | 1
  body: BodyCode
  atMs: number
  offers: number
}

/** Clients' requests, one for each order: lanes by popularity, moments evenly over the history. */
export function ask(counts: { orders: number; offers: number }, lanes: Lanes, knobs: Knobs, random: Random): Asked[] {
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

/** Requests that the same carriers want lie together, by where they start, so that wishes are worked out once. */
export function groupedByWishes(asked: readonly Asked[], lanes: Lanes): Asked[][] {
  const groups = new Map<string, Asked[]>()
  for (const one of asked) {
    const key = `${one.lane} ${one.half} ${one.body}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  const startOf = ([first]: Asked[]) => lanes.list[first!.lane]!.from
  return [...groups.values()].sort((a, b) => startOf(a) - startOf(b) || a[0]!.lane - b[0]!.lane)
}
