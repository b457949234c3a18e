import type { LatentCarrier } from './carriers.ts'
import type { Geography } from './geography.ts'
import type { Knobs } from './knobs.ts'

/** Carriers who would go, with how much each of them wants to. */
export interface Willing {
  carriers: Int32Array
  preference: Float64Array
  /** Chance of being asked, against the others': preference sharpened. */
  chance: Float64Array
}

interface KnownHabit {
  carrier: number
  weight: number
}

export interface Preferences {
  /** Who wants this lane: it is one of his, lies near one, or runs between the regions of one. */
  forLane(from: number, to: number): Willing
  /** Who has a truck round this place now and then, and would go anywhere. */
  atHand(from: number): Willing
}

/** Carriers' wishes in one half of the history. */
export function preferencesOf(
  carriers: readonly LatentCarrier[],
  half: 0 | 1,
  geography: Geography,
  knobs: Knobs,
): Preferences {
  const starting: Map<number, KnownHabit[]>[] = geography.places.map(() => new Map())
  const byRegions = new Map<number, KnownHabit[]>()
  const regionsOf = (from: number, to: number) => geography.region[from]! * 10_000 + geography.region[to]!
  for (const [carrier, { habits }] of carriers.entries()) {
    for (const { from, to, weight } of habits[half]) {
      const habit = { carrier, weight }
      addTo(starting[from]!, to, habit)
      addTo(byRegions, regionsOf(from, to), habit)
    }
  }
  const byFrom = starting.map((lanes) => Array.from(lanes, ([to, habits]) => ({ to, habits })))
  const toOff = new Float64Array(geography.places.length).fill(Infinity)
  const wish = new Float64Array(carriers.length)
  const touched = new Int32Array(carriers.length)
  const gathered = (fill: (add: (carrier: number, amount: number) => void) => void): Willing => {
    let count = 0
    fill((carrier, amount) => {
      if (wish[carrier] === 0) touched[count++] = carrier
      wish[carrier]! += amount
    })
    const willing = {
      carriers: touched.slice(0, count),
      preference: new Float64Array(count),
      chance: new Float64Array(count),
    }
    for (let at = 0; at < count; at++) {
      const carrier = touched[at]!
      const preference = wish[carrier]! * carriers[carrier]!.activity
      willing.preference[at] = preference
      willing.chance[at] = preference ** knobs.sharpness
      wish[carrier] = 0
    }
    return willing
  }

  return {
    forLane: (from, to) =>
      gathered((add) => {
        for (const { place, km } of geography.near(to)) toOff[place] = km
        for (const { place, km } of geography.near(from)) {
          for (const { to: end, habits } of byFrom[place]!) {
            const off = km + toOff[end]!
            if (off === Infinity) continue
            for (const { carrier, weight } of habits) add(carrier, weight * Math.exp(-off / carriers[carrier]!.reachKm))
          }
        }
        for (const { place } of geography.near(to)) toOff[place] = Infinity
        for (const { carrier, weight } of byRegions.get(regionsOf(from, to)) ?? [])
          add(carrier, weight * knobs.regional)
      }),
    atHand: (from) =>
      gathered((add) => {
        for (const { place, km } of geography.near(from)) {
          for (const { habits } of byFrom[place]!) {
            for (const { carrier, weight } of habits)
              add(carrier, weight * knobs.atHand * Math.exp(-km / carriers[carrier]!.reachKm))
          }
        }
      }),
  }
}

function addTo(habits: Map<number, KnownHabit[]>, key: number, habit: KnownHabit): void {
  const known = habits.get(key)
  if (known) known.push(habit)
  else habits.set(key, [habit])
}
