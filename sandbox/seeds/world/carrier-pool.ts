import { laneKey, NEIGHBOURS } from '../geography/lanes.ts'
import { hashText, mix, Random, Wheel } from '../random.ts'
import type { Carrier, Habit } from './carriers.ts'
import type { Need } from './fit.ts'
import { fittingVehicle, servingBodies } from './fit.ts'
import type { Vehicle } from './vehicles.ts'

export interface Chosen {
  carrier: Carrier
  vehicle: Vehicle
}

export interface Wanted extends Need {
  from: number
  to: number
  day: number
}

const HABIT_TRIES = 14
const NICHE_TRIES = 14
const BESIDE_THE_LANE = 0.14
const NICHE_SIZE = 5

/**
 * Who comes for a load: mostly a carrier whose habit the lane is and whose truck fits, now and then one from a
 * lane beside it, and where nobody has the habit, one of the few who know such freight. That is why history predicts.
 */
export class CarrierPool {
  private readonly byLane = new Map<number, Wheel<{ carrier: Carrier; habit: Habit }>>()
  private readonly byBody = new Map<string, Wheel<Carrier>>()
  private readonly withAdr: Wheel<Carrier>
  private readonly all: readonly Carrier[]

  constructor(carriers: readonly Carrier[]) {
    this.all = carriers
    const lanes = new Map<number, { carrier: Carrier; habit: Habit }[]>()
    const bodies = new Map<string, Set<Carrier>>()
    for (const carrier of carriers) {
      for (const habit of carrier.habits) {
        listIn(lanes, laneKey(habit.from, habit.to)).push({ carrier, habit })
      }
      for (const { body } of carrier.vehicles) {
        const set = bodies.get(body) ?? new Set()
        bodies.set(body, set.add(carrier))
      }
    }
    for (const [key, list] of lanes) {
      this.byLane.set(key, new Wheel(list, ({ carrier, habit }) => carrier.activity * habit.weight))
    }
    for (const [body, set] of bodies) this.byBody.set(body, new Wheel([...set], (carrier) => carrier.activity))
    this.withAdr = new Wheel(
      carriers.filter((carrier) => carrier.adr.length > 0),
      (carrier) => carrier.activity,
    )
  }

  /** null where no carrier at all has a fitting truck. */
  choose(random: Random, load: Wanted, except: ReadonlySet<number>): Chosen | null {
    const serving = servingBodies(load.bodies)
    const judge = (carrier: Carrier): Chosen | null => {
      if (except.has(carrier.id) || load.day < carrier.since || load.day > carrier.until) return null
      if (load.adr !== null && !carrier.adr.includes(load.adr)) return null
      const vehicle = fittingVehicle(carrier.vehicles, serving, load)
      return vehicle && { carrier, vehicle }
    }
    for (let attempt = 0; attempt < HABIT_TRIES; attempt++) {
      const carrier = this.habitual(random, load)
      const chosen = carrier && judge(carrier)
      if (chosen) return chosen
    }
    const wheel = load.adr === null ? this.byBody.get(random.pick([...serving])) : this.withAdr
    if (wheel && wheel.members.length > 0) {
      const niche = mix(laneKey(load.from, load.to), hashText(load.bodies.join() + (load.adr ?? '')))
      const few = new Random(mix(niche, random.integer(1, NICHE_SIZE)))
      for (let attempt = 0; attempt < NICHE_TRIES; attempt++) {
        const chosen = judge(wheel.draw(few))
        if (chosen) return chosen
      }
    }
    return this.anybody(random, judge)
  }

  private habitual(random: Random, { from, to }: Wanted): Carrier | undefined {
    const near = random.chance(BESIDE_THE_LANE)
    const start = near ? besides(random, from) : from
    const end = near ? besides(random, to) : to
    return this.byLane.get(laneKey(start, end))?.draw(random).carrier
  }

  private anybody(random: Random, judge: (carrier: Carrier) => Chosen | null): Chosen | null {
    const start = random.integer(0, this.all.length - 1)
    for (let step = 0; step < this.all.length; step++) {
      const carrier = this.all[(start + step) % this.all.length]
      const chosen = carrier && judge(carrier)
      if (chosen) return chosen
    }
    return null
  }
}

function listIn<T>(map: Map<number, T[]>, key: number): T[] {
  const list = map.get(key) ?? []
  if (list.length === 0) map.set(key, list)
  return list
}

function besides(random: Random, hub: number): number {
  const near = NEIGHBOURS[hub] ?? []
  return near.length > 0 && random.chance(0.7) ? random.pick(near) : hub
}
