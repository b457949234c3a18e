import { CAST } from './cast.ts'
import { carrierItems } from './items/carriers.ts'
import { companyItems } from './items/companies.ts'
import { contactItems } from './items/contacts.ts'
import { dealItems } from './items/deals.ts'
import { leadItems } from './items/leads.ts'
import { offerItems } from './items/offers.ts'
import { orderItems } from './items/orders.ts'
import { requisites } from './items/requisites.ts'
import { requestItems } from './items/requests.ts'
import { makeComments } from './comments.ts'
import { makeDepartments } from './people/departments.ts'
import { makeRights } from './people/rights.ts'
import { logisticsPeople, makeStaff, salesPeople } from './people/staff.ts'
import { makeWorkTime } from './people/work-time.ts'
import { PROCESSES } from './schema/processes.ts'
import { NATIVE_STAGES } from './schema/stages.ts'
import type { Seed, SeedItem, SeedOptions, SeedRequisite } from './seed.ts'
import type { Carrier } from './world/carriers.ts'
import { makePlan } from './world/plan.ts'
import type { SeedSize } from './world/size.ts'
import { buildWorld, type World } from './world/world.ts'

export interface PortalPlan extends SeedOptions {
  name: string
  size: SeedSize
  /** Ids of the people who work here; everybody when absent. */
  staff?: readonly number[]
  castCarriers: readonly Carrier[]
}

export const CURRENCIES = [
  { code: 'RUB', rate: 1, isBase: true },
  { code: 'USD', rate: 92, isBase: false },
  { code: 'EUR', rate: 100, isBase: false },
  { code: 'BYN', rate: 28, isBase: false },
  { code: 'KZT', rate: 0.18, isBase: false },
]

/** A forwarder's portal with the four processes and a history; items are made while they are read. */
export function makePortal(plan: PortalPlan): Seed {
  const users = makeStaff(plan.staff)
  return {
    name: plan.name,
    company: 'Могутин Логистика',
    language: 'ru',
    users,
    departments: makeDepartments(),
    types: PROCESSES.map((process) => process.type),
    nativeFields: {},
    nativeStages: NATIVE_STAGES,
    currencies: CURRENCIES,
    rights: makeRights(),
    items: { [Symbol.iterator]: () => portalItems(plan, salesPeople(users), logisticsPeople(users)) },
    requisites: { [Symbol.iterator]: () => portalRequisites(plan, salesPeople(users), logisticsPeople(users)) },
    comments: makeComments(plan.today),
    ...makeWorkTime(users, plan.today),
  }
}

type People = readonly number[]

const worldOf = ({ name, today, scale, size, castCarriers }: PortalPlan, managers: People, logists: People): World =>
  buildWorld({ name, today, scale, size, managers, logists, castCarriers })

const portalRequisites = (plan: PortalPlan, managers: People, logists: People): Iterator<SeedRequisite> =>
  requisites(worldOf(plan, managers, logists))

function* portalItems(plan: PortalPlan, managers: People, logists: People): Generator<SeedItem> {
  const world = worldOf(plan, managers, logists)
  const history = makePlan(world)
  yield* companyItems(world, CAST.director)
  yield* contactItems(world)
  yield* leadItems(world, history.leads)
  yield* dealItems(world, history.trips)
  yield* requestItems(world, history.requests)
  yield* orderItems(world, history.trips)
  yield* offerItems(world, history)
  yield* carrierItems(world)
}
