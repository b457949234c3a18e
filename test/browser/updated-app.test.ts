import { afterEach, expect, test } from 'vitest'
import { CAST } from '../../sandbox/seeds/cast.ts'
import { PLACEMENTS } from '../../server/portal/placements.ts'
import { writeMeta } from '../../server/store/meta.ts'
import { PATIENCE_MS, type Visit } from '../support/card-visit.ts'
import { startCardWorld, type CardWorld } from '../support/card-world.ts'

const PATIENT = { timeout: PATIENCE_MS }
let world: CardWorld
afterEach(async () => {
  await world?.goHome()
  await world?.close()
})

const app = (visit: Visit) => visit.page.frameLocator('iframe.app-frame')
const press = (visit: Visit, name: string) => app(visit).getByRole('button', { name }).click()

test('an updated app says that the portal is set up by the version before, and shows what will be added', async () => {
  world = await startCardWorld()
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  await writeMeta(store, 'bindingMark', 'of a version before')
  const placed = world.sandbox.portal.state.placements.list()
  const late = placed.find(({ handler }) => handler.endsWith('/w/refusals'))!
  world.sandbox.portal.state.placements.remove(late.id)

  const visit = await world.visitApp(CAST.admin)
  await app(visit).getByText('портал настроен прежней версией').waitFor()
  await press(visit, 'Посмотреть, что добавится')
  await app(visit).locator('.dry-run').getByText('Отказы (левое меню)').waitFor()
  await press(visit, 'Применить')
  await app(visit).getByRole('heading', { name: 'Готово' }).waitFor()
  await expect.poll(() => world.sandbox.portal.state.placements.list().length, PATIENT).toBe(PLACEMENTS.length - 1)
  await expect
    .poll(async () => (await world.context.api.install.state(world.sandbox.memberId)).isOutdated, PATIENT)
    .toBe(false)
  const again = await world.visitApp(CAST.admin)
  await app(again).getByRole('heading', { name: 'Готово' }).waitFor()
  expect(await app(again).getByText('портал настроен прежней версией').count()).toBe(0)
})
