import { beforeEach, expect, test } from 'vitest'
import { carriersAnswer } from '../../../../contract/carriers.ts'
import { saveCarriers } from '../../../../server/store/carrier-writer.ts'
import type { CarrierBaseRow } from '../../../../server/store/schema.ts'
import { apiWorld } from '../../../support/api-world.ts'
import { carrierRow, SEVER } from '../../../support/rows.ts'

// Request 15 goes from Moscow to Kazan.
let world: Awaited<ReturnType<typeof apiWorld>>
let logist: string
beforeEach(async () => {
  world = await apiWorld()
  logist = await world.bearer('token-ivanov')
  await world.room.store.deleteFrom('carrierLane').where('companyId', '=', SEVER).execute()
})

function placeId(name: string): number {
  const found = world.gazetteer.resolve(name)
  if (found.state !== 'known') throw new Error(name)
  return found.place.id
}
async function declare(from: string, to: string, change: Partial<CarrierBaseRow> = {}): Promise<void> {
  const ends = { fromPlaceId: placeId(from), toPlaceId: placeId(to), text: `${from} — ${to}` }
  const directions = [{ carrierId: 63, position: 0, bothWays: 0, ...ends }]
  const carrier = carrierRow({ id: 63, companyId: SEVER, ...change })
  await saveCarriers(world.room.store, [{ carrier, directions, vehicles: [] }])
}
async function rowOf(companyId: number) {
  const answer = await world.api('GET', '/api/loads/request/15/carriers', logist)
  const list = carriersAnswer.parse(await answer.json())
  return [...list.rows, ...list.vetoed].find((row) => row.companyId === companyId)
}

test('a carrier whose declared way leads past both ends is a candidate by that way', async () => {
  await declare('Тверь', 'Екатеринбург')
  const row = await rowOf(SEVER)
  expect(row?.reasons).toMatchObject([{ kind: 'on_the_way', from: 'Тверь', to: 'Екатеринбург', bothWays: false }])
  expect(row?.sources).toEqual([{ source: 'base', count: 1 }])
})

test('a carrier from Kazan who declares only the way to Moscow is a candidate for the way back', async () => {
  await declare('Казань', 'Москва', { homePlaceId: placeId('Казань') })
  expect((await rowOf(SEVER))?.reasons).toMatchObject([{ kind: 'return_leg', via: 'declared', home: 'Казань' }])
})

test('who lives elsewhere, or nowhere known, is no candidate by his way out', async () => {
  await declare('Казань', 'Москва')
  expect(await rowOf(SEVER)).toBeUndefined()
  await declare('Казань', 'Москва', { homePlaceId: placeId('Самара') })
  expect(await rowOf(SEVER)).toBeUndefined()
})
