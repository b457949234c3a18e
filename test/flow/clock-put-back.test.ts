import { afterAll, beforeAll, expect, test } from 'vitest'
import { CARRIERS } from '../../sandbox/seeds/cast.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.close())

test('a change made after the portal’s clock was put back reaches the copy with the next comparison', async () => {
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  const rename = async (title: string) => {
    await world.rest('crm.item.update', { entityTypeId: 4, id: CARRIERS.sidorov, fields: { title } })
    await world.settle()
  }
  const title = async () =>
    (await store.selectFrom('company').select('title').where('id', '=', CARRIERS.sidorov).executeTakeFirst())?.title
  world.sandbox.portal.faults.set({ faults: [{ kind: 'clock-skew', seconds: 180 }] })
  await rename('ИП Сидоров, по спешащим часам')
  world.sandbox.portal.faults.clear()
  await rename('ИП Сидоров')
  await world.context.reconcile(world.sandbox.memberId)
  expect(await title()).toBe('ИП Сидоров')
})
