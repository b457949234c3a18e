import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../sandbox/server.ts'
import { CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { readLoadRow } from '../../server/store/load-reader.ts'
import { chooseSetting } from '../../server/store/chosen-settings.ts'
import { findPortal } from '../../server/store/portals.ts'
import { REIS_APP, startReisSide, type ReisSide } from '../support/reis-side.ts'

const opened: { close(): Promise<void> }[] = []
const folders: string[] = []
afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

async function portal(memberId: string): Promise<Sandbox> {
  const limits = { perSecond: Infinity }
  const sandbox = await startSandbox({ seed: 'small', today: '2026-11-23', app: REIS_APP, limits, memberId })
  opened.push(sandbox)
  return sandbox
}

async function side(...sandboxes: Sandbox[]) {
  const folder = mkdtempSync(join(tmpdir(), 'reis-uninstall-'))
  folders.push(folder)
  const reis = await startReisSide({ sandboxes, folder })
  opened.push(reis)
  for (const sandbox of sandboxes) {
    await reis.firstContact(sandbox)
    await reis.installer.start(sandbox.memberId)
    sandbox.portal.finishInstall()
    await sandbox.portal.idle()
  }
  await reis.receiver.idle()
  return { reis, folder }
}

const tokenOf = (reis: ReisSide, memberId: string) => reis.tokens.read(memberId, CAST.admin)

async function post(reis: ReisSide, fields: Record<string, string>): Promise<number> {
  const body = new URLSearchParams(fields)
  return (await fetch(`${reis.publicUrl}/hooks/event`, { method: 'POST', body })).status
}

test('a forged uninstall is refused and changes nothing', async () => {
  const sandbox = await portal('forged')
  const { reis } = await side(sandbox)
  const forged = { event: 'ONAPPUNINSTALL', 'auth[member_id]': 'forged', 'data[CLEAN]': '1' }
  expect(await post(reis, forged)).toBe(403)
  expect(await post(reis, { ...forged, 'auth[application_token]': 'guessed' })).toBe(403)
  expect(await post(reis, { ...forged, 'auth[member_id]': '../registry' })).toBe(403)
  expect(await post(reis, { 'data[CLEAN]': '1' })).toBe(403)
  expect((await findPortal(reis.registry, 'forged'))?.state).toBe('installed')
  expect(await tokenOf(reis, 'forged')).not.toBeNull()
})

test('removing the app takes the tokens at once and keeps the file sealed for thirty days', async () => {
  const sandbox = await portal('kept')
  const { reis, folder } = await side(sandbox)
  await sandbox.portal.uninstall()
  await reis.receiver.idle()
  expect((await findPortal(reis.registry, 'kept'))?.state).toBe('removed')
  expect(await tokenOf(reis, 'kept')).toBeNull()
  expect(existsSync(join(folder, 'kept.db'))).toBe(true)
  await expect(reis.open('kept')).rejects.toMatchObject({ code: 'portal_unknown' })
})

test('whoever asks to wipe the data has the file wiped at once, and may come back to an empty one', async () => {
  const sandbox = await portal('wiped')
  const { reis, folder } = await side(sandbox)
  await sandbox.portal.uninstall({ clean: true })
  await reis.receiver.idle()
  expect(existsSync(join(folder, 'wiped.db'))).toBe(false)
  expect(await tokenOf(reis, 'wiped')).toBeNull()

  await reis.firstContact(sandbox)
  const state = await reis.installer.start('wiped')
  expect(state.state).toBe('finished')
  expect(await readLoadRow(await reis.stores.of('wiped'), 'request', DEMO_REQUEST_ID)).not.toBeNull()
})

test('two portals with the same ids stay apart: changes and removal touch only their own', async () => {
  const first = await portal('first')
  const second = await portal('second')
  const { reis } = await side(first, second)
  const { map } = await reis.open('first')
  const cargo = map.processes.request.fields.CARGO!.name
  const target = { entityTypeId: map.processes.request.entityTypeId, id: DEMO_REQUEST_ID }
  const caller = { kind: 'webhook', userId: CAST.admin } as never
  await first.portal.call(caller, 'crm.item.update', {
    ...target,
    useOriginalUfNames: 'Y',
    fields: { [cargo]: 'только у первого' },
  })
  await first.portal.idle()
  await reis.receiver.idle()
  await reis.changes.drain('first')
  const cargoIn = async (memberId: string) =>
    (await readLoadRow(await reis.stores.of(memberId), 'request', DEMO_REQUEST_ID))?.cargo
  expect(await cargoIn('first')).toBe('только у первого')
  expect(await cargoIn('second')).not.toBe('только у первого')

  await first.portal.uninstall({ clean: true })
  await reis.receiver.idle()
  expect(await tokenOf(reis, 'first')).toBeNull()
  expect(await tokenOf(reis, 'second')).not.toBeNull()
  expect(await cargoIn('second')).toBeTruthy()
})

test('a portal that claims the id of another one at another address is not let in', async () => {
  const real = await portal('shared-id')
  const impostor = await portal('shared-id')
  const { reis } = await side(real)
  const other = await startReisSide({ sandboxes: [real, impostor] })
  opened.push(other)
  await other.firstContact(real)
  await expect(other.firstContact(impostor)).rejects.toMatchObject({ code: 'portal_unknown' })
  const known = (await findPortal(other.registry, 'shared-id'))!
  expect(known.clientEndpoint.startsWith(real.url)).toBe(true)
  expect((await findPortal(reis.registry, 'shared-id'))?.state).toBe('installed')
})

test('a portal that chose to keep nothing is wiped when the app is removed, also without a tick', async () => {
  const sandbox = await portal('brief')
  const { reis, folder } = await side(sandbox)
  await chooseSetting(await reis.stores.of('brief'), 'removedKeepDays', 0)
  await sandbox.portal.uninstall()
  await reis.receiver.idle()
  expect(existsSync(join(folder, 'brief.db'))).toBe(false)
})

test('an installation over a living record is believed by the authorization server alone, and is fitted anew', async () => {
  const sandbox = await portal('back')
  const { reis } = await side(sandbox)
  const before = await findPortal(reis.registry, 'back')
  expect(before?.state).toBe('installed')
  await expect(
    reis.firstContact(sandbox, { memberId: 'another', applicationToken: 'the-new-secret' }),
  ).rejects.toMatchObject({ code: 'portal_unknown' })
  expect((await findPortal(reis.registry, 'back'))?.applicationToken).toBe(before?.applicationToken)
  await reis.firstContact(sandbox, { applicationToken: 'the-new-secret' })
  expect(await findPortal(reis.registry, 'back')).toMatchObject({
    applicationToken: 'the-new-secret',
    state: 'installing',
  })
})
