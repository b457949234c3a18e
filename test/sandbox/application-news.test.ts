import { afterEach, beforeEach, expect, test } from 'vitest'
import { knownScopes } from '../../sandbox/rules/scopes.ts'
import type { Sandbox } from '../../sandbox/server.ts'
import { callAs, post, startListener, startTiny, testApp, type Listener } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox
let listener: Listener
beforeEach(async () => {
  sandbox = await startTiny({ app: { ...testApp, scope: knownScopes } })
  listener = await startListener()
})
afterEach(async () => {
  await sandbox.close()
  await listener.close()
})

const ask = (method: string, params: Record<string, unknown> = {}) => callAs(sandbox, tiny.admin, method, params)
const door = (path: string, body: Record<string, unknown>) => post(`${sandbox.url}/sandbox/${path}`, body)
const closeDoor = async (path: string) => (await fetch(`${sandbox.url}/sandbox/${path}`, { method: 'DELETE' })).status
const listen = async (...events: string[]) => {
  for (const event of events) await ask('event.bind', { event, handler: listener.url })
}
async function heard(event: string): Promise<URLSearchParams[]> {
  await sandbox.portal.idle()
  return listener.received.filter((form) => form.get('event') === event)
}

test('a new version is told with the one before it and with a pair of tokens, and app.info names it', async () => {
  await listen('ONAPPUPDATE')
  sandbox.portal.finishInstall(tiny.admin)
  expect((await door('app/update', { version: '2' })).status).toBe(200)
  await door('app/update', { version: '3' })
  const told = await heard('ONAPPUPDATE')
  expect(told.map((form) => [form.get('data[PREVIOUS_VERSION]'), form.get('data[VERSION]')])).toEqual([
    ['1', '2'],
    ['2', '3'],
  ])
  expect(told[0]!.get('auth[access_token]')).toBeTruthy()
  expect(told[0]!.get('auth[refresh_token]')).toBeTruthy()
  expect((await ask('app.info')).body.result).toMatchObject({ VERSION: 3 })
})

test('a payment and a decision on a method are told without tokens', async () => {
  await listen('ONAPPPAYMENT', 'ONAPPMETHODCONFIRM')
  sandbox.portal.finishInstall(tiny.admin)
  await door('app/payment', { status: 'S', days: 28 })
  await door('app/method-decision', { method: 'voximplant.user.get', isConfirmed: false })
  const [payment] = await heard('ONAPPPAYMENT')
  expect(payment!.get('data[PAYMENT_EXPIRED]')).toBe('N')
  expect(payment!.get('data[DAYS]')).toBe('28')
  const [decision] = await heard('ONAPPMETHODCONFIRM')
  expect(decision!.get('data[CONFIRMED]')).toBe('0')
  for (const form of [payment!, decision!]) expect(form.get('auth[access_token]')).toBeNull()
})

test('nothing is told before the installation is finished, and what is no order is refused', async () => {
  await listen('ONAPPUPDATE')
  await door('app/update', { version: '2' })
  expect(await heard('ONAPPUPDATE')).toEqual([])
  expect((await door('app/update', {})).status).toBe(400)
  expect((await door('app/payment', { status: 'free' })).status).toBe(400)
  expect((await door('app/method-decision', { method: 'x' })).status).toBe(400)
})

test('a connector that somebody switches off is off for that line alone, and a line is deleted with all of its own', async () => {
  await listen('ONIMCONNECTORSTATUSDELETE', 'ONIMCONNECTORLINEDELETE')
  sandbox.portal.finishInstall(tiny.admin)
  const icon = { DATA_IMAGE: 'data:image/svg+xml,%3Csvg/%3E' }
  await ask('imconnector.register', { ID: 'canal', NAME: 'Канал', ICON: icon, PLACEMENT_HANDLER: listener.url })
  for (const line of [107, 108]) await ask('imconnector.activate', { CONNECTOR: 'canal', LINE: line, ACTIVE: 1 })
  expect(await closeDoor('open-lines/107/connectors/canal')).toBe(200)
  expect(await closeDoor('open-lines/107/connectors/canal')).toBe(404)
  const [off] = await heard('ONIMCONNECTORSTATUSDELETE')
  expect([off!.get('data[connector]'), off!.get('data[line]')]).toEqual(['canal', '107'])
  const isOn = async (LINE: number) =>
    ((await ask('imconnector.status', { CONNECTOR: 'canal', LINE })).body.result as { STATUS: boolean }).STATUS
  expect([await isOn(107), await isOn(108)]).toEqual([false, true])
  expect(await closeDoor('open-lines/108')).toBe(200)
  expect(await isOn(108)).toBe(false)
  expect((await heard('ONIMCONNECTORLINEDELETE')).map((form) => form.get('data'))).toEqual(['108'])
  expect(await closeDoor('open-lines/108')).toBe(404)
})
