import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { openRegistry, type Registry } from '../../server/store/database.ts'
import { findPortal } from '../../server/store/portals.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let registry: Registry
beforeAll(async () => {
  world = await startWorld()
  registry = await openRegistry(`${world.context.config.dataFolder}/registry.db`)
}, 60_000)
afterAll(async () => {
  await registry?.destroy()
  await world?.close()
})

const installer = async () => (await findPortal(registry, world.sandbox.memberId))!.installedByUserId

test('while the administrator who installed the app is there, nobody takes over from him', async () => {
  const before = await installer()
  world.sandbox.portal.state.people.setAdmin(CAST.director, true)
  await world.openCard(CAST.director, 'request', DEMO_REQUEST_ID)
  expect(await installer()).toBe(before)
})

test('when his sign-in is gone for good, the next administrator who opens a card reads the portal', async () => {
  const gone = await installer()
  await registry.updateTable('token').set({ goneAt: '2026-11-24T09:00:00.000Z' }).where('userId', '=', gone).execute()
  await expect(world.context.drain(world.sandbox.memberId)).rejects.toMatchObject({ code: 'session_expired' })
  // A logist changes nothing; an administrator does.
  await world.openCard(CAST.logist, 'request', DEMO_REQUEST_ID)
  expect(await installer()).toBe(gone)
  await world.openCard(CAST.director, 'request', DEMO_REQUEST_ID)
  expect(await installer()).toBe(CAST.director)
  await world.context.drain(world.sandbox.memberId)
})
