import type { Lane } from '../geography/lanes.ts'
import { clientName } from '../people/company-names.ts'
import type { Random } from '../random.ts'
import { Wheel, wheelOf } from '../random.ts'
import type { Cargo } from './cargo.ts'
import { CARGOES } from './cargo.ts'
import type { Regime } from './vat.ts'

export interface Term {
  event: string
  days: number
  bankDays: boolean
  prepayPercent: number
}

export interface Client {
  id: number
  name: string
  /** The client's permanent deal; null for one who comes now and then. */
  dealId: number | null
  manager: number
  logist: number
  lanes: Wheel<Lane>
  cargoes: Wheel<Cargo>
  regime: Regime
  /** Net margin we usually have with him. */
  markup: number
  term: Term
  volume: number
}

const REGIMES = wheelOf<Regime>({ general: 76, none: 12, '5': 6, '7': 3, cash: 3 })
const CLIENT_EVENTS = wheelOf<string>({ originals: 55, scan: 25, unloading: 8, invoice: 7, etrn: 5 })

export function drawTerm(random: Random, days: readonly number[]): Term {
  return {
    event: CLIENT_EVENTS.draw(random),
    days: random.pick(days),
    bankDays: random.chance(0.6),
    prepayPercent: random.chance(0.08) ? random.pick([30, 50, 100]) : 0,
  }
}

export function makeClient(
  random: Random,
  id: number,
  dealId: number | null,
  people: { managers: readonly number[]; logists: readonly number[] },
  lanes: Wheel<Lane>,
): Client {
  const everyCargo = new Wheel(CARGOES, (cargo) => cargo.weight)
  const own = Array.from({ length: random.integer(2, 6) }, () => lanes.draw(random))
  const cargoes = Array.from({ length: random.integer(1, 3) }, () => everyCargo.draw(random))
  return {
    id,
    name: clientName(random),
    dealId,
    manager: random.pick(people.managers),
    logist: random.pick(people.logists),
    lanes: new Wheel(own, (lane) => lane.weight ** 0.5),
    cargoes: new Wheel(cargoes, () => 1),
    regime: REGIMES.draw(random),
    markup: random.between(0.08, 0.17),
    term: drawTerm(random, [7, 10, 14, 20, 30, 45]),
    volume: (dealId === null ? 1 : 14) * Math.exp(random.bell() * 0.7),
  }
}
