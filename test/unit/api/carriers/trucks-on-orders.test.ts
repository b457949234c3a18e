import { beforeEach, expect, test } from 'vitest'
import { carriersAnswer, type CarriersAnswer } from '../../../../contract/carriers.ts'
import { saveLoads } from '../../../../server/store/load-writer.ts'
import type { LoadRow } from '../../../../server/store/schema.ts'
import { apiWorld } from '../../../support/api-world.ts'
import { loadRow, SEVER, VEKTOR } from '../../../support/rows.ts'

// Request 15 loads in Moscow on 25 November for Kazan; it is the 23rd.
let world: Awaited<ReturnType<typeof apiWorld>>
let logist: string
beforeEach(async () => {
  world = await apiWorld()
  logist = await world.bearer('token-ivanov')
})

function placeId(name: string): number {
  const found = world.gazetteer.resolve(name)
  if (found.state !== 'known') throw new Error(name)
  return found.place.id
}
async function order(from: string, to: string, change: Partial<LoadRow>): Promise<void> {
  const lane = { fromPlaceId: placeId(from), toPlaceId: placeId(to), loadText: from, unloadText: to }
  const running = { kind: 'order' as const, stage: 'TRANSIT', carrierCompanyId: SEVER, loadFromAt: null, ...lane }
  await saveLoads(world.room.store, 'order', [loadRow({ id: 71, ...running, ...change })])
}
async function reasonsOf(companyId: number): Promise<Record<string, unknown>[]> {
  const answer = await world.api('GET', '/api/loads/request/15/carriers', logist)
  const list: CarriersAnswer = carriersAnswer.parse(await answer.json())
  return [...list.rows, ...list.vetoed].find((row) => row.companyId === companyId)?.reasons ?? []
}
const kinds = async (companyId: number) => (await reasonsOf(companyId)).map((reason) => reason['kind'])

test('a carrier whose truck unloads our order nearby in time stands in the list by that order', async () => {
  await order('Казань', 'Подольск', { unloadByAt: '2026-11-25T06:00:00.000Z' })
  expect(await reasonsOf(SEVER)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'soon_empty', orderId: 71, from: 'Казань', place: 'Подольск', on: '2026-11-25' }),
      expect.objectContaining({ kind: 'return_leg', via: 'truck', home: 'Казань' }),
    ]),
  )
})

test('a truck unloaded two days ago counts, one unloaded a week ago, elsewhere or never planned does not', async () => {
  const done = { semantics: 'S' as const, stage: 'DONE' }
  await order('Казань', 'Подольск', { ...done, unloadedAt: '2026-11-21T06:00:00.000Z' })
  expect(await kinds(SEVER)).toContain('soon_empty')
  await order('Казань', 'Подольск', { ...done, unloadedAt: '2026-11-16T06:00:00.000Z' })
  expect(await kinds(SEVER)).not.toContain('soon_empty')
  await order('Казань', 'Самара', { unloadByAt: '2026-11-25T06:00:00.000Z' })
  expect(await kinds(SEVER)).not.toContain('soon_empty')
  await order('Казань', 'Подольск', {})
  expect(await kinds(SEVER)).not.toContain('soon_empty')
})

test('a carrier known by nothing but our running order is a candidate', async () => {
  await world.room.store.deleteFrom('carrierLane').where('companyId', '=', SEVER).execute()
  await world.room.store.deleteFrom('offer').where('companyId', '=', SEVER).execute()
  expect(await reasonsOf(SEVER)).toEqual([])
  await order('Казань', 'Подольск', { unloadByAt: '2026-11-25T06:00:00.000Z' })
  expect(await kinds(SEVER)).toContain('soon_empty')
})

test('a part load is offered to a truck that drives our order past on the day', async () => {
  const passing = { carrierCompanyId: VEKTOR, loadedAt: '2026-11-25T03:00:00.000Z', weightKg: 8000, partLoad: 1 }
  await order('Тверь', 'Екатеринбург', passing)
  expect(await kinds(VEKTOR)).not.toContain('part_load')
  await world.room.store.updateTable('load').set({ partLoad: 1 }).where('id', '=', 15).execute()
  expect(await reasonsOf(VEKTOR)).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'part_load', orderId: 71, agreed: true, freeKg: null })]),
  )
})

test('an order does not find its own truck', async () => {
  await order('Москва', 'Подольск', { unloadByAt: '2026-11-25T06:00:00.000Z', loadFromAt: '2026-11-25T06:00:00.000Z' })
  const own = await world.bearer('token-ivanov', { kind: 'order', id: 71 })
  const answer = await world.api('GET', '/api/loads/order/71/carriers', own)
  expect(await answer.text()).not.toContain('soon_empty')
})
