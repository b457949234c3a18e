import type { BodyCode } from '../../contract/codes.ts'
import type { LatentCarrier } from './carriers.ts'
import type { Geography } from './geography.ts'
import { BODIES, type Knobs } from './knobs.ts'

/** Carriers who would go, with how much each of them wants to. */
export interface Willing {
  carriers: Int32Array
  preference: Float64Array
}

interface KnownHabit {
  carrier: number
  to: number
  weight: number
}

/** Who wants a lane in one half of the history: his own lanes, what lies near them, and a little of their regions. */
export function preferencesOf(carriers: readonly LatentCarrier[], half: 0 | 1, geography: Geography, knobs: Knobs) {
  const byFrom: KnownHabit[][] = geography.places.map(() => [])
  const byRegions = new Map<number, KnownHabit[]>()
  const regionsOf = (from: number, to: number) => geography.region[from]! * 10_000 + geography.region[to]!
  for (const [carrier, { habits }] of carriers.entries()) {
    for (const { from, to, weight } of habits[half]) {
      const habit = { carrier, to, weight }
      byFrom[from]!.push(habit)
      const regions = regionsOf(from, to)
      const known = byRegions.get(regions)
      if (known) known.push(habit)
      else byRegions.set(regions, [habit])
    }
  }
  const wish = new Float64Array(carriers.length)

  return function willingFor(from: number, to: number): Willing {
    const touched: number[] = []
    const add = (carrier: number, amount: number) => {
      if (wish[carrier] === 0) touched.push(carrier)
      wish[carrier]! += amount
    }
    const toOff = new Map(geography.near(to).map(({ place, km }) => [place, km]))
    for (const { place, km } of geography.near(from)) {
      for (const habit of byFrom[place]!) {
        const off = toOff.get(habit.to) ?? Infinity
        const { reachKm } = carriers[habit.carrier]!
        add(habit.carrier, habit.weight * (knobs.atHand * Math.exp(-km / reachKm) + Math.exp(-(km + off) / reachKm)))
      }
    }
    for (const habit of byRegions.get(regionsOf(from, to)) ?? []) add(habit.carrier, habit.weight * knobs.regional)
    const willing = {
      carriers: Int32Array.from(touched),
      preference: Float64Array.from(touched, (carrier) => wish[carrier]! * carriers[carrier]!.activity),
    }
    for (const carrier of touched) wish[carrier] = 0
    return willing
  }
}

const ACCEPTED_BY = new Map(BODIES.map(({ body, acceptedBy }) => [body, acceptedBy]))

/** Those of them whose trucks will do. */
export function withFittingBody(willing: Willing, body: BodyCode, carriers: readonly LatentCarrier[]): Willing {
  const fits = willing.carriers.map((carrier) => (canTake(carriers[carrier]!, body) ? 1 : 0))
  return {
    carriers: willing.carriers.filter((_, at) => fits[at] === 1),
    preference: willing.preference.filter((_, at) => fits[at] === 1),
  }
}

export function canTake(carrier: LatentCarrier, body: BodyCode): boolean {
  const accepted = ACCEPTED_BY.get(body) ?? [body]
  return carrier.bodies.some((own) => accepted.includes(own))
}

/** Which of his bodies a carrier would send. */
export function bodySent(carrier: LatentCarrier, body: BodyCode): BodyCode {
  const accepted = ACCEPTED_BY.get(body) ?? [body]
  return carrier.bodies.find((own) => accepted.includes(own)) ?? carrier.bodies[0]!
}
