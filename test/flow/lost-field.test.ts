import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { MapProblem } from '../../contract/portal-map.ts'
import { readMeta } from '../../server/store/meta.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.close())

test('a field somebody deletes in the portal costs the copy that field and nothing else', async () => {
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  const { carrier } = world.map.processes
  const field = world.sandbox.portal.state.userFields
    .list()
    .find(({ fieldName }) => fieldName === carrier.fields.DO_NOT_USE_REASON!.name)!
  await world.rest('userfieldconfig.delete', { moduleId: 'crm', id: field.id })
  const [known] = await store.selectFrom('carrier').selectAll().limit(1).execute()
  await world.rest('crm.item.update', {
    entityTypeId: carrier.entityTypeId,
    id: known!.id,
    useOriginalUfNames: 'Y',
    fields: { [carrier.fields.HOME_PLACE!.name]: 'Нижний Новгород' },
  })
  await world.settle()
  const after = await store.selectFrom('carrier').selectAll().where('id', '=', known!.id).executeTakeFirstOrThrow()
  expect(after).toMatchObject({ homeText: 'Нижний Новгород', title: known!.title })
  expect(world.logged()).toContain('carrier DO_NOT_USE_REASON')
  await expect(world.context.reconcile(world.sandbox.memberId)).resolves.toBeUndefined()
  const room = (await world.context.api.openRoom(world.sandbox.memberId))!
  expect(room.map()!.processes.carrier.fields).not.toHaveProperty('DO_NOT_USE_REASON')
  // Whoever reads first meets it; the administrator is told all the same, and the page says it.
  await vi.waitFor(async () => {
    const problems = await readMeta<MapProblem[]>(store, 'mapProblems')
    expect(problems).toMatchObject([{ code: 'field_gone', process: 'carrier', of: 'DO_NOT_USE_REASON' }])
  }, 5000)
  await vi.waitFor(() => {
    const called = world.sandbox.portal.calls.read().calls.flatMap((call) => call.commands ?? [call.method])
    expect(called.filter((one) => one.startsWith('im.notify.system.add'))).toHaveLength(1)
  }, 5000)
})

test('while a changed map is read anew, the one before it serves: nothing finds the portal unfitted', async () => {
  const { memberId, portal } = world.sandbox
  const { carrier } = world.map.processes
  const room = (await world.context.api.openRoom(memberId))!
  const field = portal.state.userFields.list().find(({ fieldName }) => fieldName === carrier.fields.CONSENT_ON!.name)!
  await world.rest('userfieldconfig.delete', { moduleId: 'crm', id: field.id })
  await world.context.checkMap(memberId)
  expect(room.map()).not.toBeNull()
  await world.context.api.openRoom(memberId)
  expect(room.map()!.processes.carrier.fields).not.toHaveProperty('CONSENT_ON')
})
