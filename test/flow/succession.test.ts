import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { openRegistry, type Registry } from '../../server/store/database.ts'
import { findPortal } from '../../server/store/portals.ts'
import { acceptChain } from '../../server/store/outbox.ts'
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

test('who comes to a card that is deleted is signed in all the same', async () => {
  const { id } = await world
    .rest<{ item: { id: number } }>('crm.item.add', {
      entityTypeId: world.map.processes.request.entityTypeId,
      fields: { title: 'Запрос, которого скоро не будет' },
    })
    .then(({ item }) => item)
  await signOut(CAST.logist)
  await world.rest('crm.item.delete', { entityTypeId: world.map.processes.request.entityTypeId, id })
  const boot = (await world.openCard(CAST.logist, 'request', id)).boot()
  expect(boot).toMatchObject({ state: 'refused' })
  expect(await goneAt(CAST.logist)).toBeNull()
})

test('what waited for people who are away goes as soon as an administrator is back, where the app may write for them', async () => {
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  await store.insertInto('setting').values({ key: 'signedOutWrites', value: '"app"' }).execute()
  const administrator = await installer()
  await signOut(administrator)
  await signOut(CAST.manager)
  const payload = { card: { kind: 'request', id: DEMO_REQUEST_ID }, text: 'Сказано, пока никого не было' }
  await acceptChain(store, {
    key: 'while-away',
    kind: 'note',
    userId: CAST.manager,
    input: {},
    loadKind: null,
    loadId: null,
    companyId: null,
    acceptedAt: '2026-11-24T09:00:00.000Z',
    steps: [{ command: 'comment-card', subject: 'timeline', payload, dependsOn: [] }],
  })
  const step = () =>
    store.selectFrom('writeStep').selectAll().where('chainKey', '=', 'while-away').executeTakeFirstOrThrow()
  await world.context.deliver(world.sandbox.memberId)
  expect(await step()).toMatchObject({ state: 'pending', reason: 'user_signed_out' })
  await world.openCard(administrator, 'request', DEMO_REQUEST_ID)
  await world.context.deliver(world.sandbox.memberId)
  expect(await step()).toMatchObject({ state: 'done' })
})

test('who is no administrator any more deletes nothing from the copy, and the next administrator takes over', async () => {
  const { people } = world.sandbox.portal.state
  const fallen = await installer()
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  const { item } = await world.rest<{ item: { id: number } }>('crm.item.add', {
    entityTypeId: 4,
    fields: { title: 'ООО «Бывшее»' },
  })
  await world.context.drain(world.sandbox.memberId)
  await world.rest('crm.item.delete', { entityTypeId: 4, id: item.id })
  people.setAdmin(fallen, false)
  const row = () => store.selectFrom('company').select('id').where('id', '=', item.id).executeTakeFirst()
  await expect(world.context.drain(world.sandbox.memberId)).rejects.toMatchObject({ code: 'ACCESS_DENIED' })
  await expect(world.context.reconcile(world.sandbox.memberId)).rejects.toMatchObject({ code: 'no_right' })
  expect(await row()).toBeDefined()
  const next = fallen === CAST.admin ? CAST.director : CAST.admin
  people.setAdmin(next, true)
  await world.openCard(next, 'request', DEMO_REQUEST_ID)
  expect(await installer()).toBe(next)
  await world.context.drain(world.sandbox.memberId)
  expect(await row()).toBeUndefined()
})

async function signOut(userId: number) {
  await world.openCard(userId, 'request', DEMO_REQUEST_ID)
  await registry.updateTable('token').set({ goneAt: '2026-11-24T09:00:00.000Z' }).where('userId', '=', userId).execute()
}

async function goneAt(userId: number) {
  const row = await registry.selectFrom('token').select('goneAt').where('userId', '=', userId).executeTakeFirstOrThrow()
  return row.goneAt
}
