import { array, asyncProperty, assert as always, boolean, constant, constantFrom, nat, oneof, record } from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { laneMemoryOf } from '../../../../server/api/carriers/lane-memory.ts'
import { loadPlaceKnowledge } from '../../../../server/gazetteer.ts'
import { addAttempt } from '../../../../server/store/attempts.ts'
import { removeCarriers, saveCarriers } from '../../../../server/store/carrier-writer.ts'
import { chooseSetting } from '../../../../server/store/chosen-settings.ts'
import { openPortalStore, type PortalStore } from '../../../../server/store/database.ts'
import { removeLoads, saveLoads } from '../../../../server/store/load-writer.ts'
import { removeMatchRule, saveMatchRule } from '../../../../server/store/match-rules.ts'
import { writeMeta } from '../../../../server/store/meta.ts'
import { saveUsers } from '../../../../server/store/people-writer.ts'
import { teachPlace } from '../../../../server/store/taught-places.ts'
import { carrierRow, loadRow } from '../../../support/rows.ts'
import { copyRows } from '../../../support/copy-rows.ts'

const { gazetteer } = loadPlaceKnowledge()
const PLACES = [524901, 551487, 508034] as const
const COMPANIES = [1, 2, 3]
const AT = '2026-11-24T09:00:00.000Z'
const SINCE = '2026-11-21T09:00:00.000Z'

let store: PortalStore
beforeEach(async () => {
  store = await openPortalStore(':memory:')
})
afterEach(() => store.destroy())

const place = constantFrom(...PLACES, null)
const companyId = constantFrom(...COMPANIES)
const day = constantFrom('2026-11-20T06:00:00.000Z', '2026-11-22T06:00:00.000Z', '2026-11-24T06:00:00.000Z')
const anOrder = {
  id: nat(4),
  companyId: constantFrom(1, 2, null),
  fromPlaceId: place,
  toPlaceId: place,
  done: boolean(),
  unloadedAt: oneof(day, constant(null)),
  loadedAt: oneof(day, constant(null)),
}
const change = oneof(
  { weight: 6, arbitrary: record({ what: constant('order' as const), ...anOrder }) },
  record({ what: constant('rollback' as const), ...anOrder }),
  record({ what: constant('no order' as const), id: nat(4) }),
  record({ what: constant('request' as const), id: nat(2), fromPlaceId: place, toPlaceId: place }),
  record({ what: constant('no request' as const), id: nat(2) }),
  record({
    what: constant('call' as const),
    loadId: nat(2),
    companyId,
    at: day,
    result: constantFrom('wrong_direction', 'offered', 'no_answer'),
  }),
  record({ what: constant('caller' as const), name: constantFrom('Ольга', 'Пётр') }),
  record({
    what: constant('entry' as const),
    id: nat(3),
    companyId: constantFrom(1, 2, null),
    nowPlaceId: place,
    freePlaceId: place,
    homePlaceId: place,
    updatedAt: day,
  }),
  record({ what: constant('no entry' as const), id: nat(3) }),
  record({ what: constant('setting' as const), value: constantFrom(true, false, null) }),
  record({
    what: constant('rule' as const),
    key: constantFrom('a', 'b'),
    companyId,
    priority: constantFrom(1 as const, 2 as const),
  }),
  record({ what: constant('no rule' as const), key: constantFrom('a', 'b') }),
  record({ what: constant('taught' as const), text: constantFrom('база', 'склад'), placeId: constantFrom(...PLACES) }),
  record({ what: constant('synced' as const), at: day }),
  record({ what: constant('ask' as const) }),
)
type Change = typeof change extends { generate(...given: never[]): { value: infer One } } ? One : never
let calls = 0

async function apply(one: Change): Promise<void> {
  if (one.what === 'order') return saveLoads(store, 'order', [orderOf(one)])
  else if (one.what === 'rollback') {
    const undone = store.transaction().execute(async (transaction) => {
      await saveLoads(transaction, 'order', [orderOf(one)])
      await writeMeta(transaction, 'asOf', 'never')
      throw new Error('The page broke off')
    })
    await undone.catch(() => undefined)
  } else if (one.what === 'no order') await removeLoads(store, 'order', [one.id + 1])
  else if (one.what === 'request') {
    const { fromPlaceId, toPlaceId } = one
    await saveLoads(store, 'request', [loadRow({ kind: 'request', id: one.id + 1, fromPlaceId, toPlaceId })])
  } else if (one.what === 'no request') await removeLoads(store, 'request', [one.id + 1])
  else if (one.what === 'call') {
    const { companyId: called, at, result } = one
    const rest = { byUserId: 1, until: null, freePlaceText: null, freePlaceId: null, comment: null }
    const key = `call-${(calls += 1)}`
    const load = { loadKind: 'request', loadId: one.loadId + 1 }
    await addAttempt(store, { key, ...load, companyId: called, result, at, ...rest })
  } else if (one.what === 'caller')
    await saveUsers(store, [
      { id: 1, name: one.name, lastName: '', position: null, departmentIds: '[]', active: 1, isAdmin: 0 },
    ])
  else if (one.what === 'entry') {
    const { nowPlaceId, freePlaceId, homePlaceId, updatedAt } = one
    const told = { nowPlaceId, nowAt: AT, freePlaceId, freeOn: '2026-11-25', homePlaceId, updatedAt }
    const carrier = carrierRow({ id: one.id + 1, companyId: one.companyId, contactId: null, ...told })
    await saveCarriers(store, [{ carrier, directions: [], vehicles: [] }])
  } else if (one.what === 'no entry') await removeCarriers(store, [one.id + 1])
  else if (one.what === 'setting') await chooseSetting(store, 'clientRateForLogists', one.value)
  else if (one.what === 'rule') {
    const nothing = { clientId: null, fromPlaceId: null, toPlaceId: null, fromRegion: null, toRegion: null, body: null }
    const { key, priority } = one
    const rule = { key, action: 'boost' as const, priority, companyIds: [one.companyId], ...nothing }
    await saveMatchRule(store, { ...rule, note: null, untilOn: null, byUserId: 1, at: AT })
  } else if (one.what === 'no rule') await removeMatchRule(store, one.key)
  else if (one.what === 'taught') await teachPlace(store, { text: one.text, placeId: one.placeId, byUserId: 1, at: AT })
  else if (one.what === 'synced') await writeMeta(store, 'asOf', one.at)
  else await answers(store)
}

function orderOf(one: Extract<Change, { what: 'order' | 'rollback' }>) {
  const { fromPlaceId, toPlaceId, unloadedAt, loadedAt } = one
  const semantics = one.done ? ('S' as const) : ('P' as const)
  const rest = { carrierCompanyId: one.companyId, semantics, createdAt: AT, updatedAt: AT }
  return loadRow({ kind: 'order', id: one.id + 1, fromPlaceId, toPlaceId, unloadedAt, loadedAt, ...rest })
}

/** All that can be asked of the memory. */
async function answers(of: PortalStore) {
  const { orders, whereabouts, refusals, choices } = await laneMemoryOf(of, gazetteer)
  const sorted = (found: readonly { orderId: number }[]) => found.toSorted((a, b) => a.orderId - b.orderId)
  const said: unknown[] = []
  for (const fromPlaceId of PLACES)
    for (const toPlaceId of PLACES)
      said.push(await refusals.of({ fromPlaceId, toPlaceId }, { kind: 'request', id: 1 }, SINCE))
  return {
    running: sorted([...(await orders.running(SINCE))]),
    ending: sorted(await orders.endingAt([PLACES[0], PLACES[1]], SINCE)),
    told: COMPANIES.map((id) => whereabouts.of(id)),
    there: PLACES.map((id) => [...whereabouts.at([id])].toSorted()),
    said,
    settings: await choices.settings.value(),
    rules: await choices.rules.value(),
    taught: await choices.taught.value(),
    asOf: await choices.asOf.value(),
  }
}

const TABLES = ['user', 'load', 'attempt', 'carrier', 'setting', 'matchRule', 'taughtPlace', 'meta'] as const

test('after any sequence of changes, some of them rolled back, lists are told what the rows say', async () => {
  await always(
    asyncProperty(array(change, { minLength: 5, maxLength: 40 }), async (changes) => {
      const kept = store
      await answers(kept)
      for (const one of changes) await apply(one)
      const followed = await answers(kept)
      // The same rows under another handle have no memory yet.
      store = await openPortalStore(':memory:')
      await copyRows(kept, store, TABLES)
      const anew = await answers(store)
      await kept.destroy()
      expect(followed).toEqual(anew)
    }),
    { numRuns: 60, endOnFailure: true },
  )
})

test('an order unloaded long ago is given up, and found again by whoever asks of the days before', async () => {
  const done = { kind: 'order' as const, semantics: 'S' as const, carrierCompanyId: 1, fromPlaceId: 524901 }
  await saveLoads(store, 'order', [
    loadRow({ ...done, id: 1, toPlaceId: 551487, unloadedAt: '2026-11-22T06:00:00.000Z' }),
  ])
  const { orders } = await laneMemoryOf(store, gazetteer)
  const found = async (since: string) => (await orders.endingAt([551487], since)).map(({ orderId }) => orderId)
  expect(await found(SINCE)).toEqual([1])
  expect(await found('2026-11-23T09:00:00.000Z')).toEqual([])
  expect(await found('2026-11-30T09:00:00.000Z')).toEqual([])
  expect(await found(SINCE)).toEqual([1])
})

test('what changes while it is read is read again', async () => {
  const { choices } = await laneMemoryOf(store, gazetteer)
  const reading = choices.taught.value()
  await teachPlace(store, { text: 'база', placeId: 524901, byUserId: 1, at: AT })
  const again = laneMemoryOf(store, gazetteer)
  await Promise.all([reading, again])
  expect((await choices.taught.value()).get('база')).toBe(524901)
})
