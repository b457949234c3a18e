import { dayOf, minuteAt, momentText } from './days.ts'
import { phone } from './items/companies.ts'
import { CURRENCIES } from './portal.ts'
import { COMPANY, CONTACT, DEAL } from './schema/process.ts'
import type { MakeSeed, SeedItem, SeedUser } from './seed.ts'

/** More than three pages after the second one, so that paging by offset and by id both have something to turn. */
const companyCount = 260
const contactCount = 60
const dealCount = 12

const firstNames = ['Anna', 'Boris', 'Clara', 'Denis', 'Elena', 'Fedor', 'Galina', 'Henry', 'Irina', 'Jacob']
const lastNames = ['Adler', 'Brown', 'Carter', 'Dorn', 'Evans', 'Frost', 'Grant', 'Holt', 'Irwin', 'Jensen']
/** Every third company's name begins with A, for filters by the beginning of a title. */
const trades = ['Alder Freight', 'Bering Lines', 'Cedar Transport', 'Amber Cargo', 'Delta Haulage', 'Elm Logistics']

/**
 * The portal the official SDK's integration tests expect: companies and contacts from 1 without a gap, a deal and a
 * task of the ids they name, no task 3, and answers that are slower than a time-out of a millisecond.
 */
export const makeSdk: MakeSeed = ({ today }) => ({
  name: 'sdk',
  company: 'Alder Freight',
  language: 'en',
  users,
  departments: [{ id: 1, name: 'Alder Freight', parentId: null, headId: 1 }],
  types: [],
  nativeFields: {},
  nativeStages: {},
  currencies: CURRENCIES,
  rights: [],
  items: makeItems(today),
  comments: [],
  tasks: [1, 2].map((id) => ({
    id,
    title: `Call client ${id}`,
    createdBy: 1,
    responsibleId: 2,
    createdAt: momentText(minuteAt(dayOf(today) - 1, 10 * 60)),
    crm: [{ entityTypeId: DEAL, id: 2 }],
  })),
  minimumAnswerMs: 20,
})

const users: SeedUser[] = [
  user(1, 'Anna', 'Adler', 'Director', { isAdmin: true }),
  user(2, 'Boris', 'Brown', 'Sales manager', {}),
  user(3, 'Clara', 'Carter', 'Dispatcher', {}),
]

function user(id: number, name: string, lastName: string, workPosition: string, more: Partial<SeedUser>): SeedUser {
  const email = `${name}.${lastName}@example.com`.toLowerCase()
  return { id, name, lastName, email, workPosition, departmentIds: [1], ...more }
}

function makeItems(today: string): SeedItem[] {
  const item = (entityTypeId: number, id: number, fields: Record<string, unknown>): SeedItem => {
    const createdTime = momentText(minuteAt(dayOf(today) - 90 + (id % 80), 9 * 60 + id))
    return { entityTypeId, id, fields: { assignedById: 1, createdBy: 1, createdTime, ...fields } }
  }
  return [
    ...count(companyCount).map((id) =>
      item(COMPANY, id, {
        title: `${pick(trades, id)} ${id}`,
        typeId: 'CUSTOMER',
        fm: [phone(`+1555010${id + 1000}`)],
      }),
    ),
    ...count(contactCount).map((id) =>
      item(CONTACT, id, {
        name: pick(firstNames, id),
        lastName: pick(lastNames, id * 3),
        companyId: id,
        companyIds: [id],
      }),
    ),
    ...count(dealCount).map((id) =>
      item(DEAL, id, {
        title: `Delivery ${id}`,
        stageId: 'NEW',
        categoryId: 0,
        companyId: id,
        contactIds: [id],
        opportunity: 1000 * id,
        currencyId: 'RUB',
      }),
    ),
  ]
}

const count = (upTo: number): number[] => Array.from({ length: upTo }, (_, index) => index + 1)

const pick = (words: readonly string[], at: number): string => words[at % words.length] ?? ''
