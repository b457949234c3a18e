import { afterAll, beforeAll, expect, test } from 'vitest'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { startSandbox, type Sandbox } from '../../sandbox/server.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let stranger: Sandbox
beforeAll(async () => {
  world = await startWorld()
  stranger = await startSandbox({ seed: 'small', memberId: 'a-portal-of-somebody-else' })
})
afterAll(async () => {
  await stranger?.close()
  await world?.close()
})

const load = { kind: 'request', id: DEMO_REQUEST_ID }
const asked = (sandbox: Sandbox) => sandbox.portal.calls.read().count

test('a posted DOMAIN of another host is never asked and may not frame us', async () => {
  const ticket = await world.ticket(CAST.logist, 'request', DEMO_REQUEST_ID)
  const before = asked(stranger)
  const opened = await world.post(ticket, {}, { DOMAIN: new URL(stranger.url).host })
  expect(opened.boot().state).toBe('carriers')
  expect(opened.headers.get('content-security-policy')).toContain(`frame-ancestors ${world.sandbox.url}`)
  expect(opened.headers.get('content-security-policy')).not.toContain(stranger.url)
  expect(asked(stranger)).toBe(before)
})

test('a token of another portal does not open ours', async () => {
  const ticket = await world.ticket(CAST.logist, 'request', DEMO_REQUEST_ID)
  const opened = await world.post(ticket, { AUTH_ID: 'a-token-of-nobody' })
  expect(opened.boot()).toMatchObject({ state: 'refused' })
  expect(opened.html).not.toContain('"rows"')
})

test('a first contact is believed only from an authorization server we know', async () => {
  const form = new URLSearchParams({
    AUTH_ID: 'a-token-of-nobody',
    REFRESH_ID: 'x',
    member_id: 'a-portal-of-somebody-else',
    SERVER_ENDPOINT: stranger.oauthEndpoint,
    PLACEMENT: 'DEFAULT',
  })
  const before = asked(stranger)
  const answer = await fetch(`${world.serverUrl}/install?DOMAIN=${new URL(stranger.url).host}&PROTOCOL=0`, {
    method: 'POST',
    body: form,
  })
  expect(answer.status).toBe(403)
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(asked(stranger)).toBe(before)
})

test('people whose department the tab is not for get a sentence and no data', async () => {
  for (const person of [CAST.hr, CAST.accountant, CAST.office]) {
    const opened = await world.openCard(person, 'request', DEMO_REQUEST_ID)
    expect(opened.boot()).toMatchObject({ state: 'refused', problem: { code: 'no_right' } })
    expect(opened.html).not.toContain('companyId')
  }
})

test('a logist sees the target rate and no client rate; his head and the manager see both', async () => {
  const seen = async (person: number) => {
    const boot = (await world.openCard(person, 'request', DEMO_REQUEST_ID)).boot()
    if (boot.state !== 'carriers') throw new Error(JSON.stringify(boot))
    return boot.answer.load
  }
  expect(await seen(CAST.logist)).not.toHaveProperty('clientRate')
  expect(await seen(CAST.director)).toHaveProperty('clientRate')
})

test('hostile names of the CRM stay data', async () => {
  const { html } = await world.openCard(CAST.logist, 'request', DEMO_REQUEST_ID)
  expect(html.match(/<script/g)).toHaveLength(1)
  expect(html).not.toMatch(/<img|<!--/)
})

test('a forged event changes nothing; the portal’s own is taken', async () => {
  const post = (token: string) =>
    fetch(`${world.serverUrl}/hooks/event`, {
      method: 'POST',
      body: new URLSearchParams({
        event: 'ONAPPUNINSTALL',
        'data[CLEAN]': '1',
        'auth[member_id]': world.sandbox.memberId,
        'auth[application_token]': token,
      }),
    })
  expect((await post('guessed')).status).toBe(403)
  expect((await post('')).status).toBe(403)
  expect((await world.openCard(CAST.logist, 'request', DEMO_REQUEST_ID)).boot().state).toBe('carriers')
})

test('while the portal is down, who was proved is served from the copy and others get a sentence', async () => {
  const ticket = await world.ticket(CAST.logist, 'request', DEMO_REQUEST_ID)
  await world.post(ticket)
  const other = await world.ticket(CAST.secondLogist, 'request', DEMO_REQUEST_ID)
  world.sandbox.portal.faults.set({ down: true })
  expect((await world.post(ticket)).boot().state).toBe('carriers')
  expect((await world.post(other)).boot()).toMatchObject({ state: 'refused', problem: { code: 'portal_unreachable' } })
  world.sandbox.portal.faults.clear()
})

test('neither tokens nor phones nor names of people reach the log, whatever happens', async () => {
  const ticket = await world.ticket(CAST.logist, 'request', DEMO_REQUEST_ID)
  const boot = (await world.post(ticket)).boot()
  if (boot.state !== 'carriers') throw new Error(JSON.stringify(boot))
  const { session } = boot
  const companyId = boot.answer.rows.find((row) => row.contact)!.companyId
  const revealed = await world.api(session, 'POST', '/api/reveals', { load, companyId, why: 'call' })
  const { phone } = (await revealed.json()) as { phone: string }
  world.sandbox.portal.faults.set({ failNext: { method: '*', status: 500, code: 'INTERNAL_SERVER_ERROR', times: 3 } })
  const offer = {
    key: 'press-with-a-broken-portal',
    load,
    companyId: CARRIERS.sidorov,
    rate: { minor: 8_000_000, currency: 'RUB' },
    vat: 'none',
    term: null,
    body: null,
    capacityKg: null,
    vehiclePlate: null,
    trailerPlate: null,
    driverName: 'Водитель Сергеев',
    driverPhone: '+7 999 123-45-67',
    availableFromOn: null,
    validUntilAt: null,
    comment: null,
  }
  await world.api(session, 'POST', '/api/offers', offer)
  await world.settle().catch(() => undefined)
  world.sandbox.portal.faults.clear()
  const log = world.logged()
  expect(log).toContain('a write did not get through')
  const digits = log.replace(/\D/g, '')
  for (const secret of [ticket.fields.AUTH_ID!, ticket.fields.REFRESH_ID!, session.token, 'Сергеев'])
    expect(log.includes(secret), 'a secret stands in the log').toBe(false)
  for (const number of [phone, offer.driverPhone])
    expect(digits.includes(number.replace(/\D/g, '').slice(-10)), 'a phone stands in the log').toBe(false)
})

test('after the app is removed nothing of the portal opens any more, and its tokens are gone', async () => {
  const ticket = await world.ticket(CAST.logist, 'request', DEMO_REQUEST_ID)
  const session = await world.session(CAST.logist, 'request', DEMO_REQUEST_ID)
  const answer = await fetch(`${world.serverUrl}/hooks/event`, {
    method: 'POST',
    body: new URLSearchParams({
      event: 'ONAPPUNINSTALL',
      'data[CLEAN]': '1',
      'auth[member_id]': world.sandbox.memberId,
      'auth[application_token]': world.sandbox.portal.app!.applicationToken,
    }),
  })
  expect(answer.status).toBe(200)
  expect((await world.post(ticket)).status).toBe(403)
  expect((await world.api(session, 'GET', `/api/loads/request/${DEMO_REQUEST_ID}/carriers`)).status).toBe(403)
  expect(await world.context.api.registry.selectFrom('token').selectAll().execute()).toEqual([])
})
