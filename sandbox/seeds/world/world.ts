import { CAST, PERMANENT_CLIENT_ID, PERMANENT_DEAL_ID } from '../cast.ts'
import { dayOf, minuteAt } from '../days.ts'
import type { Lane } from '../geography/lanes.ts'
import { busiestLanes } from '../geography/lanes.ts'
import { hashText, mix, Random, Wheel } from '../random.ts'
import { CarrierMaker } from './carriers.ts'
import type { Carrier } from './carriers.ts'
import { CarrierPool } from './carrier-pool.ts'
import type { Client } from './clients.ts'
import { makeClient } from './clients.ts'
import type { SeedSize } from './size.ts'

export interface WorldOptions {
  name: string
  /** YYYY-MM-DD */
  today: string
  scale: number
  size: SeedSize
  managers: readonly number[]
  logists: readonly number[]
  castCarriers: readonly Carrier[]
}

/** The simulated trade: lanes, clients and carriers, from which every card of a seed is told. */
export interface World {
  today: number
  /** The last minute the portal knows of: the evening before `today`. */
  end: number
  size: SeedSize
  managers: readonly number[]
  logists: readonly number[]
  lanes: readonly Lane[]
  laneWheel: Wheel<Lane>
  clients: readonly Client[]
  clientWheel: Wheel<Client>
  carriers: readonly Carrier[]
  pool: CarrierPool
  /** The start of the sequence of one thing: the same name, scale, kind and number give the same thing. */
  seedOf(kind: string, number: number): number
}

export function buildWorld(options: WorldOptions): World {
  const { size, managers, logists, castCarriers } = options
  const base = hashText(`${options.name}:${options.scale}`)
  const seedOf = (kind: string, number: number): number => mix(mix(base, hashText(kind)), number)
  const today = dayOf(options.today)
  const lanes = busiestLanes(size.lanes)
  const laneWheel = new Wheel(lanes, (lane) => lane.weight)
  const clients = makeClients(size, seedOf, { managers, logists }, laneWheel)
  const firstCarrier = PERMANENT_CLIENT_ID + clients.length
  const maker = new CarrierMaker(lanes)
  const carriers = [...castCarriers]
  for (let at = 0; carriers.length < size.carriers; at++) {
    carriers.push(maker.make(new Random(seedOf('carrier', at)), firstCarrier + at, today))
  }
  return {
    today,
    end: minuteAt(today, 0) - 1,
    size,
    managers,
    logists,
    lanes,
    laneWheel,
    clients,
    clientWheel: new Wheel(clients, (client) => client.volume),
    carriers,
    pool: new CarrierPool(carriers),
    seedOf,
  }
}

function makeClients(
  size: SeedSize,
  seedOf: World['seedOf'],
  people: { managers: readonly number[]; logists: readonly number[] },
  lanes: Wheel<Lane>,
): Client[] {
  const clients: Client[] = []
  for (let at = 0; at < size.clients; at++) {
    const dealId = at < size.permanentClients ? PERMANENT_DEAL_ID + at : null
    clients.push(makeClient(new Random(seedOf('client', at)), PERMANENT_CLIENT_ID + at, dealId, people, lanes))
  }
  const house = clients[0]
  if (house) {
    Object.assign(house, {
      name: 'ООО «ТД Волжский берег»',
      manager: CAST.manager,
      logist: CAST.logist,
      regime: 'general',
      markup: 0.14,
      volume: 60,
      lanes: new Wheel(lanes.members.slice(0, 5), (lane) => lane.weight),
      term: { event: 'originals', days: 14, bankDays: true, prepayPercent: 0 },
    })
  }
  return clients
}
