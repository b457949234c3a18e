import type { BodyCode, VatCode } from '../../contract/codes.ts'
import { maskOf } from './bodies.ts'
import { BODIES, REGIMES, type Knobs } from './knobs.ts'
import type { Geography } from './geography.ts'
import type { Lanes } from './lanes.ts'
import { Lottery } from './lottery.ts'
import type { Random } from './random.ts'

export interface Habit {
  from: number
  to: number
  weight: number
}

/** What a carrier is like. Nobody is told; the files show only what follows from it. */
export interface LatentCarrier {
  /** His lanes in the first and in the second half of the history: the same list unless he moves. */
  habits: [readonly Habit[], readonly Habit[]]
  reachKm: number
  bodies: BodyCode[]
  /** The same as bits. */
  bodyMask: number
  capacityT: number
  volumeM3: number
  activity: number
  /** Logarithm of how dear he is against the market. */
  posture: number
  vat: VatCode | 'general'
}

/** Tonnes and cubic metres people name for a lorry, by how common they are. */
const TRUCKS = [
  { capacityT: 20, volumeM3: 82, share: 0.4 },
  { capacityT: 20, volumeM3: 90, share: 0.25 },
  { capacityT: 10, volumeM3: 50, share: 0.12 },
  { capacityT: 5, volumeM3: 33, share: 0.13 },
  { capacityT: 3, volumeM3: 18, share: 0.06 },
  { capacityT: 1.5, volumeM3: 12, share: 0.04 },
]

export function drawCarriers(
  count: number,
  lanes: Lanes,
  geography: Geography,
  knobs: Knobs,
  random: Random,
): LatentCarrier[] {
  const homes = new Lottery(geography.weight.map((weight) => weight ** 0.8))
  const bodies = new Lottery(BODIES.map(({ share }) => share))
  const trucks = new Lottery(TRUCKS.map(({ share }) => share))
  const regimes = new Lottery(REGIMES.map(({ share }) => share))
  const drawHabits = habitsDrawer(lanes, geography, knobs)
  return Array.from({ length: count }, () => {
    const first = drawHabits(homes.draw(random), random)
    const moves = random.chance(knobs.movingCarriers)
    const own = new Set([BODIES[bodies.draw(random)]!.body])
    if (random.chance(knobs.secondBody)) own.add(BODIES[bodies.draw(random)]!.body)
    const { capacityT, volumeM3 } = TRUCKS[trucks.draw(random)]!
    return {
      habits: [first, moves ? drawHabits(homes.draw(random), random) : first],
      reachKm: knobs.nearestReachKm + random.next() * (knobs.furthestReachKm - knobs.nearestReachKm),
      bodies: [...own],
      bodyMask: maskOf([...own]),
      capacityT,
      volumeM3,
      activity: Math.exp(knobs.activitySpread * random.normal()),
      posture: knobs.postureSpread * random.normal(),
      vat: REGIMES[regimes.draw(random)]!.vat,
    }
  })
}

function habitsDrawer(lanes: Lanes, geography: Geography, knobs: Knobs) {
  const round = (byEnd: number[][]) => {
    const known = new Map<number, { found: number[]; lottery: Lottery }>()
    return (home: number, random: Random): number => {
      let round = known.get(home)
      if (!round) {
        const near = geography.near(home).filter(({ km }) => km <= knobs.homeRadiusKm)
        const found = near.flatMap(({ place }) => byEnd[place]!)
        round = { found, lottery: new Lottery(found.map((lane) => lanes.popularity[lane]!)) }
        known.set(home, round)
      }
      return round.found.length === 0 ? lanes.lottery.draw(random) : round.found[round.lottery.draw(random)]!
    }
  }
  const outbound = round(lanesBy(lanes, geography, 'from'))
  const homebound = round(lanesBy(lanes, geography, 'to'))
  return (home: number, random: Random): Habit[] => {
    const count = knobs.fewestHabits + random.below(knobs.mostHabits - knobs.fewestHabits + 1)
    return Array.from({ length: count }, () => {
      const way = random.next()
      const lane =
        way < knobs.outboundShare
          ? outbound(home, random)
          : way < knobs.outboundShare + knobs.homeboundShare
            ? homebound(home, random)
            : lanes.lottery.draw(random)
      const { from, to } = lanes.list[lane]!
      return { from, to, weight: Math.exp(knobs.habitSpread * random.normal()) }
    })
  }
}

function lanesBy(lanes: Lanes, geography: Geography, end: 'from' | 'to'): number[][] {
  const byEnd: number[][] = geography.places.map(() => [])
  for (const [number, lane] of lanes.list.entries()) byEnd[lane[end]]!.push(number)
  return byEnd
}
