import { afterEach, expect, test } from 'vitest'
import type { DryRun } from '../../contract/portal-map.ts'
import { startSandbox, type Sandbox } from '../../sandbox/server.ts'
import { createMapDesk, type MapDesk } from '../../server/install/map-desk.ts'
import { CRM_EVENTS } from '../../server/portal/events.ts'
import { PLACEMENTS } from '../../server/portal/placements.ts'
import { findPortal } from '../../server/store/portals.ts'
import { REIS_APP, startReisSide, type ReisSide } from '../support/reis-side.ts'

const APP = { ...REIS_APP, scope: [...REIS_APP.scope, 'bizproc'] }
let sandbox: Sandbox
let reis: ReisSide
let desk: MapDesk
afterEach(async () => {
  await reis?.close()
  await sandbox?.close()
})

async function portal(seed: 'mogutin' | 'mogutin-own' | 'empty', app = APP) {
  const limits = { perSecond: Infinity }
  sandbox = await startSandbox({ seed, scale: 0.01, today: '2026-11-23', app, limits })
  reis = await startReisSide({ sandboxes: [sandbox] })
  await reis.firstContact(sandbox)
  desk = createMapDesk(reis)
}

/** How often each method that writes was called since the log was cleared. */
function writes(): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const called of sandbox.portal.calls.read().calls.flatMap((call) => call.commands ?? [call.method])) {
    const method = called.split('?')[0]!
    if (/\.(add|update|delete|bind|unbind)$/.test(method)) counts[method] = (counts[method] ?? 0) + 1
  }
  return counts
}

const count = (list: readonly { what: string; titles: readonly string[] }[], ...what: string[]) =>
  list.filter((one) => what.includes(one.what)).reduce((sum, one) => sum + one.titles.length, 0)

/** What a dry run amounts to, in calls; a portal without anything of ours to change. */
function callsOf({ create, update, remove }: DryRun): Record<string, number> {
  const calls = {
    'crm.type.add': count(create, 'process'),
    'userfieldconfig.add': count(create, 'field'),
    'crm.status.add': count(create, 'stage', 'nativeStage'),
    'crm.status.update': count(update, 'stageOrder'),
    'crm.type.update': create.filter((one) => one.what === 'relation').length,
    'placement.bind': count(create, 'tab'),
    'event.bind': count(create, 'event'),
    'bizproc.robot.add': count(create, 'robot'),
    'bizproc.activity.add': count(create, 'activity'),
    'bizproc.robot.update': count(update, 'robot'),
    'bizproc.activity.update': count(update, 'activity'),
    'crm.activity.badge.add': count(create, 'badge'),
    'placement.unbind': count(remove, 'tab'),
    'event.unbind': count(remove, 'event'),
  }
  return Object.fromEntries(Object.entries(calls).filter(([, times]) => times > 0))
}

test.each(['mogutin', 'mogutin-own'] as const)(
  'in a portal with processes (%s) the setup writes what the dry run has itemised, call for call, and nothing before',
  async (seed) => {
    await portal(seed)
    sandbox.portal.calls.clear()
    const { dryRun } = await desk.look(sandbox.memberId, 'ru')
    expect(writes()).toEqual({})
    expect(count(dryRun.create, 'event')).toBeGreaterThan(CRM_EVENTS.length)
    expect(count(dryRun.create, 'tab')).toBe(PLACEMENTS.length - 1)
    expect(dryRun.create.find((one) => one.what === 'tab')!.titles).toContain('Отказ (Запрос, вкладка)')
    await desk.approve(sandbox.memberId, dryRun.key, 'ru')
    expect((await reis.installer.start(sandbox.memberId)).state).toBe('finished')
    expect(writes()).toEqual(callsOf(dryRun))

    sandbox.portal.calls.clear()
    const again = (await desk.look(sandbox.memberId, 'ru')).dryRun
    expect([again.create, again.remove]).toEqual([[], []])
    await reis.installer.start(sandbox.memberId)
    expect(writes()).toEqual(callsOf(again))
  },
)

test('in an empty portal the dry run names processes, fields, stages, links, tabs, subscriptions, robots and the mark', async () => {
  await portal('empty')
  sandbox.portal.calls.clear()
  const { dryRun } = await desk.look(sandbox.memberId, 'ru')
  expect(writes()).toEqual({})
  expect(new Set(dryRun.create.map((one) => one.what))).toEqual(
    new Set(['process', 'field', 'stage', 'nativeStage', 'relation', 'tab', 'event', 'robot', 'activity', 'badge']),
  )
  expect(dryRun.create.find((one) => one.what === 'relation' && one.process === 'offer')!.titles).toEqual([
    'Запрос',
    'Заявка',
    'Компании',
  ])
  expect(dryRun.create.find((one) => one.what === 'nativeStage')!.titles).toContain('Лиды: Пауза в обработке')
  expect((await reis.installer.start(sandbox.memberId)).state).toBe('finished')
  // A new funnel is born with stages of its own: some are renamed, the rest is what we add.
  const [made, wanted] = [writes(), callsOf(dryRun)]
  for (const method of Object.keys(wanted).filter((one) => !one.startsWith('crm.status')))
    expect([method, made[method]]).toEqual([method, wanted[method]])
  const again = (await desk.look(sandbox.memberId, 'ru')).dryRun
  expect([again.create, again.remove]).toEqual([[], []])
})

test('what an earlier address or an older list of placements has left bound is named before it is unbound', async () => {
  await portal('mogutin')
  const admin = reis.clients.forUser((await findPortal(reis.registry, sandbox.memberId))!, 1, 'widget')
  const former = 'http://127.0.0.1:1/w/carriers'
  await admin.call('placement.bind', { PLACEMENT: 'CRM_CONTACT_DETAIL_TAB', HANDLER: former, TITLE: 'Старая' })
  await admin.call('event.bind', { event: 'ONAPPUNINSTALL', handler: 'http://127.0.0.1:1/hooks/event' })
  const { dryRun } = await desk.look(sandbox.memberId, 'ru')
  expect(dryRun.remove).toEqual([
    { what: 'tab', titles: [`CRM_CONTACT_DETAIL_TAB → ${former}`] },
    { what: 'event', titles: ['ONAPPUNINSTALL → http://127.0.0.1:1/hooks/event'] },
  ])
  expect((await reis.installer.start(sandbox.memberId)).state).toBe('finished')
  const { result } = await admin.call<{ handler: string }[]>('placement.get')
  expect(result.some(({ handler }) => handler === former)).toBe(false)
})

test('rights that are not given are told before the setup: what cannot be without them stops it, the rest is left out', async () => {
  await portal('mogutin', { ...REIS_APP, scope: ['crm', 'user', 'department', 'placement', 'userfieldconfig'] })
  const { dryRun } = await desk.look(sandbox.memberId, 'ru')
  expect(dryRun.without).toEqual(expect.arrayContaining(['telephony', 'robots', 'activities']))
  expect(dryRun.create.find((one) => one.what === 'tab')!.titles.join()).not.toContain('карточка звонка')
  expect(dryRun.create.filter((one) => one.what === 'robot')).toEqual([])
  expect(dryRun.problems).toContainEqual(expect.objectContaining({ code: 'scope_missing', stops: true, what: 'im' }))
  sandbox.portal.calls.clear()
  await expect(desk.approve(sandbox.memberId, dryRun.key, 'ru')).rejects.toThrow('cannot be so')
  expect(writes()).toEqual({})
})
