import type { Lane } from '../geography/lanes.ts'
import { laneKey } from '../geography/lanes.ts'
import { HUBS, hubAt, isAbroad } from '../geography/towns.ts'
import type { Hub } from '../geography/towns.ts'
import { carrierName } from '../people/company-names.ts'
import type { CarrierName } from '../people/company-names.ts'
import type { PlainValue } from '../schema/process.ts'
import { Random, Wheel } from '../random.ts'
import { drawRegime } from './vat.ts'
import type { Regime } from './vat.ts'
import { makeFleet } from './vehicles.ts'
import type { Vehicle } from './vehicles.ts'

/** A lane the carrier returns to, with how much of his work it is. */
export interface Habit {
  from: number
  to: number
  weight: number
}

/** A carrier as he really behaves; the carrier base knows only what he told. */
export interface Carrier {
  id: number
  name: string
  form: CarrierName['form']
  home: number
  habits: readonly Habit[]
  vehicles: readonly Vehicle[]
  adr: readonly string[]
  regime: Regime
  /** 1 is the market's price. */
  dear: number
  /** How often he is asked and comes. */
  activity: number
  /** Days he works with the forwarder: some came late, some are gone. */
  since: number
  until: number
  inBase: boolean
  /** Set for the cast: what the carrier base says of him, and his phones. */
  told?: Record<string, PlainValue>
  phones?: readonly string[]
}

const SHARES = [1, 0.7, 0.4, 0.25, 0.15]
const ADR_SETS = [['3', '8', '9'], ['3'], ['2', '3', '4.1', '5.1', '6.1', '8', '9'], ['8', '9']]

/** Draws homes and habits from the forwarder's lanes. */
export class CarrierMaker {
  private readonly homes: Wheel<Hub>
  private readonly lanesFrom = new Map<number, Wheel<Lane>>()
  private readonly known: Set<number>

  constructor(lanes: readonly Lane[]) {
    const byHub = new Map<number, Lane[]>()
    for (const lane of lanes) {
      const list = byHub.get(lane.from) ?? []
      list.push(lane)
      byHub.set(lane.from, list)
    }
    for (const [hub, list] of byHub) this.lanesFrom.set(hub, new Wheel(list, (lane) => lane.weight ** 0.8))
    this.known = new Set(lanes.map((lane) => laneKey(lane.from, lane.to)))
    const homes = HUBS.filter((hub) => byHub.has(hub.hub))
    this.homes = new Wheel(homes, (hub) => (hub.out + hub.in) ** 0.9)
  }

  make(random: Random, id: number, today: number): Carrier {
    const home = this.homes.draw(random)
    const { name, form } = carrierName(random, home.region)
    const vehicles = makeFleet(random)
    const entrepreneur = form === 'entrepreneur'
    return {
      id,
      name,
      form,
      home: home.hub,
      habits: this.habits(random, home.hub),
      vehicles,
      adr: random.chance(0.08) ? random.pick(ADR_SETS) : [],
      regime: drawRegime(random, entrepreneur ? 'entrepreneur' : 'company'),
      dear: 1 + random.bell() * 0.05,
      activity: vehicles.length ** 0.6 * Math.exp(random.bell() * 0.9),
      since: random.chance(0.3) ? today - random.integer(30, 700) : today - 2000,
      until: random.chance(0.1) ? today - random.integer(20, 600) : today + 1000,
      inBase: random.chance(0.7),
    }
  }

  private habits(random: Random, home: number): Habit[] {
    const found = new Map<number, Habit>()
    const wanted = random.integer(2, 5)
    const add = (from: number, to: number): void => {
      const key = laneKey(from, to)
      if (found.size >= wanted || found.has(key) || !this.known.has(key)) return
      found.set(key, { from, to, weight: (SHARES[found.size] ?? 0.1) * random.between(0.7, 1.3) })
    }
    for (let attempt = 0; attempt < 12 && found.size < wanted; attempt++) {
      const lane = this.lanesFrom.get(home)?.draw(random)
      if (!lane) break
      add(lane.from, lane.to)
      if (random.chance(0.7)) add(lane.to, lane.from)
      const onward = random.chance(0.15) ? this.lanesFrom.get(lane.to)?.draw(random) : undefined
      if (onward) add(onward.from, onward.to)
    }
    return [...found.values()]
  }
}

/** Whether a lane crosses a border, which makes its VAT rate zero. */
export function crossesBorder(from: number, to: number): boolean {
  return isAbroad(hubAt(from)) || isAbroad(hubAt(to))
}
