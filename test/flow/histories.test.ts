import {
  array,
  asyncProperty,
  assert as always,
  boolean,
  constant,
  constantFrom,
  nat,
  oneof,
  option,
  record,
  type Arbitrary,
} from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAST } from '../../sandbox/seeds/cast.ts'
import { startSandbox, type Sandbox } from '../../sandbox/server.ts'
import { createLog } from '../../server/log.ts'
import type { PortalClient } from '../../server/portal/portal-client.ts'
import { NATIVE_TYPES, type SchemaMap } from '../../server/portal/schema-map.ts'
import { openPortalStore, type PortalStore } from '../../server/store/database.ts'
import { readMeta, writeMeta } from '../../server/store/meta.ts'
import { createChanges } from '../../server/sync/changes.ts'
import { runImport } from '../../server/sync/import.ts'
import { createPlacesInStore } from '../../server/sync/places-in-store.ts'
import type { PortalCopy } from '../../server/sync/portal-copy.ts'
import { reconcile } from '../../server/sync/reconcile.ts'
import { loadPlaceKnowledge } from '../../server/gazetteer.ts'
import { REIS_APP, startReisSide, type ReisSide } from '../support/reis-side.ts'

/** How many random histories a run tries. */
const HISTORIES = 200
const { gazetteer } = loadPlaceKnowledge()
const KINDS = ['company', 'contact', 'lead', 'deal', 'request', 'order', 'offer', 'carrier'] as const
type Kind = (typeof KINDS)[number]

let clock = Date.parse('2026-11-23T09:00:00Z')
let sandbox: Sandbox
let reis: ReisSide
let map: SchemaMap
let client: PortalClient

beforeAll(async () => {
  const options = { seed: 'small', app: REIS_APP, limits: { perSecond: Infinity }, now: () => clock } as const
  sandbox = await startSandbox(options)
  reis = await startReisSide({ sandboxes: [sandbox], now: () => clock })
  await reis.firstContact(sandbox)
  await reis.installer.start(sandbox.memberId)
  const opened = await reis.open(sandbox.memberId)
  map = opened.map
  client = opened.client
  await countLiving()
})
afterAll(async () => {
  await reis?.close()
  await sandbox?.close()
})

/** What can happen, in the portal, on the way, and to us. */
const happening = oneof(
  {
    weight: 6,
    arbitrary: record({
      what: constant('change' as const),
      kind: constantFrom(...KINDS),
      pick: nat(999),
      seconds: nat(2),
    }),
  },
  {
    weight: 2,
    arbitrary: record({
      what: constant('add' as const),
      kind: constantFrom(...KINDS),
      pick: nat(999),
      seconds: nat(2),
    }),
  },
  {
    weight: 2,
    arbitrary: record({
      what: constant('delete' as const),
      kind: constantFrom('request', 'order', 'offer', 'carrier' as const),
      pick: nat(999),
      seconds: nat(2),
    }),
  },
  // Hints told so far arrive: some twice, some never, in any order.
  {
    weight: 3,
    arbitrary: record({
      what: constant('tell' as const),
      shuffle: nat(),
      lose: nat(3),
      twice: boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: record({
      what: constant('drain' as const),
      killAfterCalls: option(nat(3)),
      meanwhile: boolean(),
    }),
  },
)
type Happening = typeof happening extends Arbitrary<infer One> ? One : never

type Hint = { entityTypeId: number; id: number; action: 'changed' | 'deleted' }

const typeOf = (kind: Kind) =>
  kind in NATIVE_TYPES ? NATIVE_TYPES[kind as 'lead'] : map.processes[kind as 'offer'].entityTypeId
const portalCall = async (method: string, params: Record<string, unknown>) =>
  (await sandbox.portal.call({ kind: 'webhook', userId: CAST.admin } as never, method, params)).result

/** What lives in the portal, kept by the test itself. */
const living = new Map<Kind, number[]>()
const idsOf = (kind: Kind): number[] => living.get(kind)!

async function countLiving(): Promise<void> {
  for (const kind of KINDS) {
    const ids: number[] = []
    for (let page: { id: number }[] = [{ id: 0 }]; page.length;) {
      const filter = { '>id': ids.at(-1) ?? 0 }
      const params = { entityTypeId: typeOf(kind), select: ['id'], filter, order: { id: 'ASC' }, start: -1 }
      page = ((await portalCall('crm.item.list', params)) as { items: { id: number }[] }).items
      ids.push(...page.map(({ id }) => id))
    }
    living.set(kind, ids)
  }
}

/** Something a person does in the portal; returns the hint its event would be. */
async function act(one: Extract<Happening, { what: 'change' | 'add' | 'delete' }>): Promise<Hint | null> {
  clock += one.seconds * 1000
  const entityTypeId = typeOf(one.kind)
  const ids = idsOf(one.kind)
  const fields = fieldsOf(one.kind, one.pick)
  if (one.what === 'add') {
    const { item } = (await portalCall('crm.item.add', { entityTypeId, useOriginalUfNames: 'Y', fields })) as {
      item: { id: number }
    }
    ids.push(item.id)
    return { entityTypeId, id: item.id, action: 'changed' }
  }
  const id = ids[one.pick % ids.length]
  if (id === undefined || (one.what === 'delete' && ids.length < 4)) return null
  if (one.what === 'delete') {
    await portalCall('crm.item.delete', { entityTypeId, id })
    ids.splice(ids.indexOf(id), 1)
  } else await portalCall('crm.item.update', { entityTypeId, id, useOriginalUfNames: 'Y', fields })
  return { entityTypeId, id, action: one.what === 'delete' ? 'deleted' : 'changed' }
}

const TOWNS = ['Москва', 'Казань', 'г. Самара', 'Уфа', 'Нижний Новгород', 'нигде']

function fieldsOf(kind: Kind, pick: number): Record<string, unknown> {
  const town = (shift: number) => TOWNS[(pick + shift) % TOWNS.length]!
  const own = (codes: Record<string, unknown>) => {
    const known = map.processes[kind as 'offer'].fields
    return Object.fromEntries(
      Object.entries(codes).flatMap(([code, value]) => (known[code] ? [[known[code].name, value]] : [])),
    )
  }
  const title = `Название ${pick}`
  const companies = idsOf('company')
  const carrier = companies[pick % companies.length]
  if (kind === 'contact') return { name: title }
  if (kind === 'request') return { title, ...own({ LOAD_PLACE: town(0), UNLOAD_PLACE: town(1), WEIGHT_KG: pick * 20 }) }
  if (kind === 'order')
    return {
      title,
      ...own({ LOAD_PLACE: town(0), UNLOAD_PLACE: town(1), CARRIER: carrier, CARRIER_RATE: `${40_000 + pick}|RUB` }),
    }
  if (kind === 'offer')
    return {
      title,
      ...own({ CARRIER: carrier, RATE: `${50_000 + pick}|RUB`, LOAD_PLACE: town(2), UNLOAD_PLACE: town(3) }),
    }
  if (kind === 'carrier')
    return { title, companyId: carrier, ...own({ DIRECTIONS: [`${town(0)} — ${town(2)}`], HOME_PLACE: town(1) }) }
  return { title }
}

class Killed extends Error {}

/** A client that dies after some calls, and whose answers are old by the time they arrive. */
function unluckyClient(killAfterCalls: number | null, meanwhile: () => Promise<void>): PortalClient {
  let calls = 0
  const before = () => {
    if (killAfterCalls !== null && calls >= killAfterCalls) throw new Killed()
    calls += 1
  }
  return {
    ...client,
    async call<Result>(method: string, params?: Record<string, unknown>) {
      before()
      return client.call<Result>(method, params)
    },
    async batch(given, options) {
      before()
      const answer = await client.batch(given, options)
      await meanwhile()
      return answer
    },
  }
}

function copyOf(store: PortalStore, by: PortalClient): PortalCopy {
  return { memberId: sandbox.memberId, client: by, map, store, places: createPlacesInStore(store, gazetteer) }
}

async function freshStore(): Promise<PortalStore> {
  const store = await openPortalStore(':memory:')
  await writeMeta(store, 'schemaMap', map)
  await writeMeta(store, 'changesFrom', 'events')
  return store
}

const TABLES = [
  'company',
  'contact',
  'phone',
  'lead',
  'deal',
  'load',
  'offer',
  'carrier',
  'direction',
  'vehicle',
] as const

/** Everything the copy holds, in an order that does not depend on how it got there. */
async function contents(store: PortalStore) {
  const all: Record<string, unknown> = {}
  for (const table of TABLES) {
    const rows = (await store.selectFrom(table).selectAll().execute()) as Record<string, unknown>[]
    all[table] = rows.map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted()
  }
  const lanes = (await store.selectFrom('carrierLane').selectAll().execute()) as Record<string, unknown>[]
  // Sums of decayed weights depend on the order of addition in their last digits.
  all.lanes = lanes
    .map((row) =>
      JSON.stringify(row, (_key, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(9)) : value)),
    )
    .toSorted()
  return all
}

async function live(happenings: readonly Happening[], store: PortalStore): Promise<void> {
  let told: Hint[] = []
  const changesBy = (by: PortalClient) =>
    createChanges({ open: async () => copyOf(store, by), now: () => clock, log: createLog('silent') })
  for (const [at, one] of happenings.entries()) {
    if (one.what === 'tell') {
      const order = told.map((hint, index) => ({ hint, key: ((index + 1) * 7919 + one.shuffle) % 1009 }))
      const arrived = order
        .toSorted((a, b) => a.key - b.key)
        .map(({ hint }) => hint)
        .filter((_, index) => index % 4 >= one.lose)
      for (const hint of one.twice ? [...arrived, ...arrived] : arrived)
        await changesBy(client).note(sandbox.memberId, hint)
      told = []
    } else if (one.what === 'drain') {
      // What comes next in the portal happens while our answer is on its way, and is followed at once.
      const next = happenings[at + 1]
      const interrupt = async () => {
        if (!one.meanwhile || !next || next.what === 'tell' || next.what === 'drain') return
        const hint = await act(next)
        if (!hint) return
        const quick = changesBy(client)
        await quick.note(sandbox.memberId, hint)
        await quick.drain(sandbox.memberId)
      }
      await changesBy(unluckyClient(one.killAfterCalls ?? null, interrupt))
        .drain(sandbox.memberId)
        .catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error
        })
    } else {
      const hint = await act(one)
      if (hint) told.push(hint)
    }
  }
}

test(`whatever order, repetition, delay or loss of events and whatever kills: a reconcile makes the copy what a fresh import is (${HISTORIES} histories)`, async () => {
  const store = await freshStore()
  await runImport(copyOf(store, client), { now: () => clock })
  await reconcile(copyOf(store, client), { now: () => clock })
  await always(
    asyncProperty(array(happening, { minLength: 4, maxLength: 14 }), async (happenings) => {
      await live(happenings, store)
      clock += 5000
      await reconcile(copyOf(store, client), { now: () => clock })
      const fresh = await freshStore()
      try {
        await runImport(copyOf(fresh, client), { now: () => clock })
        expect(await contents(store)).toEqual(await contents(fresh))
      } finally {
        await fresh.destroy()
      }
    }),
    { numRuns: HISTORIES, endOnFailure: true },
  )
  expect(await readMeta(store, 'reconciledAt')).not.toBeNull()
  await store.destroy()
}, 240_000)
