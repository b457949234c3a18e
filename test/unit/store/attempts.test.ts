import { afterEach, beforeEach, expect, test } from 'vitest'
import { addAttempt, newestRefusals, readLaneAnswers } from '../../../server/store/attempts.ts'
import { openPortalStore, type PortalStore } from '../../../server/store/database.ts'
import { loadRow } from '../../support/rows.ts'

const MOSCOW = 524901
const KAZAN = 551487
const SAMARA = 499099
const lane = { fromPlaceId: MOSCOW, toPlaceId: KAZAN }
const SINCE = '2026-06-01T00:00:00.000Z'

let store: PortalStore
let press = 0
beforeEach(async () => {
  store = await openPortalStore(':memory:')
  for (const [id, toPlaceId] of [
    [1, KAZAN],
    [2, KAZAN],
    [3, SAMARA],
  ] as const)
    await store
      .insertInto('load')
      .values(loadRow({ kind: 'request', id, fromPlaceId: MOSCOW, toPlaceId }))
      .execute()
})
afterEach(() => store.destroy())

const said = (companyId: number, result: string, loadId: number, at: string) =>
  addAttempt(store, {
    key: `press-${(press += 1)}`,
    loadKind: 'request',
    loadId,
    companyId,
    result,
    byUserId: 13,
    at,
    until: null,
    freePlaceText: null,
    freePlaceId: null,
    comment: null,
  })
const refusedOn = async (loadId: number) =>
  newestRefusals(await readLaneAnswers(store, lane, SINCE), { kind: 'request', id: loadId }, SINCE).map(
    ({ companyId }) => companyId,
  )

test('who said of one load that he does not run the lane is known for the next load on it, and only on it', async () => {
  await said(501, 'wrong_direction', 1, '2026-11-01T09:00:00.000Z')
  await said(502, 'wrong_direction', 3, '2026-11-01T09:00:00.000Z')
  await said(503, 'no_answer', 1, '2026-11-01T09:00:00.000Z')
  expect(await refusedOn(2)).toEqual([501])
  expect(await refusedOn(1)).toEqual([])
})

test('a price given on the lane since then, or half a year, makes the answer old', async () => {
  await said(501, 'wrong_direction', 1, '2026-11-01T09:00:00.000Z')
  await said(501, 'offered', 1, '2026-11-05T09:00:00.000Z')
  await said(504, 'wrong_direction', 1, '2026-03-01T09:00:00.000Z')
  expect(await refusedOn(2)).toEqual([])
})
