import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InstallState } from '../../contract/install.ts'
import { startSandbox, type Sandbox } from '../../sandbox/server.ts'
import { DICTIONARY } from '../../server/portal/dictionary.ts'
import { PROCESS_NAMES, type SchemaMap } from '../../server/portal/schema-map.ts'
import { readMeta } from '../../server/store/meta.ts'
import { CRM_EVENTS } from '../../server/portal/events.ts'
import { PLACEMENTS } from '../../server/portal/placements.ts'
import { findPortal } from '../../server/store/portals.ts'
import { REIS_APP, startReisSide, type ReisSide } from '../support/reis-side.ts'

const TODAY = '2026-11-23'
let sandbox: Sandbox
let reis: ReisSide

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'empty', today: TODAY, app: REIS_APP, limits: { perSecond: Infinity } })
  reis = await startReisSide({ sandboxes: [sandbox] })
  await reis.firstContact(sandbox)
})
afterAll(async () => {
  await reis?.close()
  await sandbox?.close()
})

const counts = (state: InstallState) => Object.fromEntries(state.steps.map((step) => [step.step, step.created]))
/** Everything written in the portal since its log was cleared, batch members too. */
const writes = () =>
  sandbox.portal.calls
    .read()
    .calls.flatMap((call) => call.commands ?? [call.method])
    .filter((method) => /\.(add|update|delete|bind|unbind|set)(\?|$)/.test(method))

test('an empty portal gets the processes, fields, stages, relations, placements and events of the dictionary', async () => {
  const seen: InstallState[] = []
  const unwatch = reis.installer.watch(sandbox.memberId, (state) => seen.push(state))
  const state = await reis.installer.start(sandbox.memberId)
  unwatch()
  expect(state.steps.filter((step) => step.problem)).toEqual([])
  expect(state.state).toBe('finished')
  expect(counts(state).processes).toBe(4)
  expect(seen.length).toBeGreaterThan(10)

  const types = sandbox.portal.types.list()
  expect(types.map((type) => type.title).toSorted()).toEqual(
    PROCESS_NAMES.map((name) => DICTIONARY[name].title.ru).toSorted(),
  )
  const map = (await readMeta<SchemaMap>(await reis.stores.of(sandbox.memberId), 'schemaMap'))!
  for (const name of PROCESS_NAMES) {
    const process = map.processes[name]
    expect(Object.keys(process.fields).toSorted()).toEqual(DICTIONARY[name].fields.map((one) => one.code).toSorted())
    expect(Object.keys(process.stages)).toEqual(expect.arrayContaining(DICTIONARY[name].stages.map((one) => one.code)))
    for (const stage of DICTIONARY[name].stages)
      expect(process.semantics![process.stages[stage.code]!], `${name} ${stage.code}`).toBe(stage.semantics)
  }
  const request = map.processes.request
  const names = sandbox.portal.stages(request.entityTypeId, request.categoryId).map((stage) => stage.name)
  expect(names).toEqual(DICTIONARY.request.stages.map((stage) => stage.label.ru))
})

test('running it again creates nothing and changes nothing in the portal', async () => {
  sandbox.portal.calls.clear()
  const state = await reis.installer.start(sandbox.memberId)
  expect(state.state).toBe('finished')
  expect(Object.values(counts(state)).every((created) => created === 0)).toBe(true)
  expect(writes()).toEqual([])
})

test('placements and events lead to our public address, and what leads elsewhere is unbound', async () => {
  const admin = reis.clients.forUser((await findPortal(reis.registry, sandbox.memberId))!, 1, 'widget')
  const code = `CRM_DYNAMIC_${sandbox.portal.types.list()[0]!.entityTypeId}_DETAIL_TAB`
  await admin.call('placement.bind', { PLACEMENT: code, HANDLER: 'http://127.0.0.1:1/w/carriers', TITLE: 'старый' })
  await admin.call('event.bind', { event: 'ONAPPUNINSTALL', handler: 'http://127.0.0.1:1/hooks/event' })
  await reis.installer.start(sandbox.memberId)
  const placements = (await admin.call<{ handler: string }[]>('placement.get')).result
  const events = (await admin.call<{ handler?: string }[]>('event.get')).result
  expect(new Set(placements.map((one) => new URL(one.handler).origin))).toEqual(new Set([reis.publicUrl]))
  expect(placements).toHaveLength(PLACEMENTS.filter((one) => one.code !== 'DEFAULT').length)
  const handlers = events.map((one) => one.handler).filter(Boolean)
  expect(handlers.every((handler) => handler === `${reis.publicUrl}/hooks/event`)).toBe(true)
  expect(events.length).toBeGreaterThan(10)
})

test('a step that the portal refuses says which call failed, and the next start goes on from there', async () => {
  sandbox.portal.faults.set({ failNext: { method: 'event.get', status: 403, code: 'ACCESS_DENIED', times: 1 } })
  const failed = await reis.installer.start(sandbox.memberId)
  expect(failed.state).toBe('failed')
  const step = failed.steps.find((one) => one.state === 'failed')!
  expect(step.step).toBe('events')
  expect(step.problem).toMatchObject({ code: 'no_right', message: expect.stringContaining('event.get') })
  expect(await reis.installer.state(sandbox.memberId)).toMatchObject({ state: 'failed' })
  sandbox.portal.faults.clear()
  expect((await reis.installer.start(sandbox.memberId)).state).toBe('finished')
})

test('a plan that promises the queue and refuses its events is followed by single events, and nothing stays half bound', async () => {
  sandbox.portal.faults.set({
    failNext: { method: 'event.bind', status: 400, code: 'ERROR_EVENT_NOT_SUPPORTED', times: 1 },
  })
  const admin = reis.clients.forUser((await findPortal(reis.registry, sandbox.memberId))!, 1, 'widget')
  const eventsOf = async () =>
    (await admin.call<{ event: string; offline?: unknown; handler?: string }[]>('event.get')).result
  for (const { event, handler } of (await eventsOf()).filter((one) => Number(one.offline) !== 1))
    await admin.call('event.unbind', { event, handler, event_type: 'online' })
  expect((await reis.installer.start(sandbox.memberId)).state).toBe('finished')
  sandbox.portal.faults.clear()
  expect(await readMeta(await reis.stores.of(sandbox.memberId), 'changesFrom')).toBe('events')
  const bound = await eventsOf()
  expect(bound.filter((one) => Number(one.offline) === 1)).toEqual([])
  expect(bound.filter((one) => CRM_EVENTS.includes(one.event.toUpperCase()))).toHaveLength(CRM_EVENTS.length)
  // The plan keeps its promise again: so do we.
  await reis.installer.start(sandbox.memberId)
  expect(await readMeta(await reis.stores.of(sandbox.memberId), 'changesFrom')).toBe('queue')
})

test('only a token that the authorization server knows as this portal’s lets a portal in', async () => {
  const unknown = { code: 'portal_unknown' }
  await expect(reis.firstContact(sandbox, { serverEndpoint: 'http://127.0.0.1:1/rest/' })).rejects.toMatchObject(
    unknown,
  )
  await expect(reis.firstContact(sandbox, { accessToken: 'made-up' })).rejects.toMatchObject(unknown)
  await expect(reis.firstContact(sandbox, { memberId: 'somebody-else' })).rejects.toMatchObject(unknown)
  expect(await findPortal(reis.registry, 'somebody-else')).toBeNull()
})

test('a person who is no administrator cannot install', async () => {
  const logist = sandbox.portal.users.list().find((user) => !user.isAdmin)!
  const { accessToken, refreshToken } = sandbox.portal.issueToken(logist.id)
  await expect(reis.firstContact(sandbox, { accessToken, refreshToken })).rejects.toMatchObject({ code: 'no_right' })
})
