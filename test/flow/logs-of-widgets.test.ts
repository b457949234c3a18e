import { afterAll, beforeAll, expect, test } from 'vitest'
import { portalAction } from '../../cli/demo/portal-pages.ts'
import type { Session } from '../../contract/session.ts'
import { CARRIERS, CAST, DEMO_ORDER_ID, DEMO_REQUEST_ID, PERMANENT_DEAL_ID } from '../../sandbox/seeds/cast.ts'
import { PLACEMENTS, placementCode } from '../../server/portal/placements.ts'
import { openCapture } from '../support/capture-visit.ts'
import { plantRequest } from '../support/plant-request.ts'
import { refusalVisit } from '../support/refusal-visit.ts'
import { startWorld, type Ticket, type World } from '../support/world.ts'

/** Typed by people today, and in no other place: each has to be looked for. */
const PHONES = ['+79161230001', '+79161230002', '+79161230003', '+79161230004']
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.close())

/** Opens a place of the application as the portal's page does; what it answers, whole. */
async function openPlace(viewerId: number, listed: (typeof PLACEMENTS)[number]) {
  const placement = placementCode(listed.code, world.map)
  const placed =
    placement === 'DEFAULT'
      ? null
      : world.sandbox.portal.placements(placement).find(({ handler }) => handler.endsWith(`/w/${listed.widget}`))!
  const id = /order/.test(listed.code)
    ? DEMO_ORDER_ID
    : /DEAL/.test(listed.code)
      ? PERMANENT_DEAL_ID
      : /COMPANY/.test(listed.code)
        ? CARRIERS.sidorov
        : DEMO_REQUEST_ID
  const options = placement === 'CALL_CARD' ? { PHONE_NUMBER: PHONES[0]!, CALL_ID: 'call-1' } : { ID: String(id) }
  const place = {
    viewerId,
    language: 'ru',
    placement,
    options,
    uri: '/crm/',
    ...(placed && { placementId: placed.id }),
  }
  const opened = await world.post(await portalAction<Ticket>(world.sandbox.url, 'frame', place))
  return { status: opened.status, boot: opened.boot() }
}

test('over every widget and everything typed into them, no token, secret or phone reaches the log', async () => {
  const sessions: Session[] = []
  for (const listed of PLACEMENTS) {
    const { status, boot } = await openPlace(CAST.admin, listed)
    if (!('session' in boot)) throw new Error(`${listed.code} of ${listed.widget} opened as ${status} ${boot.state}`)
    sessions.push(boot.session)
  }
  world.sandbox.portal.faults.set({
    faults: [
      { kind: 'cut-after', method: 'crm.*', times: 3 },
      { kind: 'server-error', method: 'crm.*', times: 3 },
      { kind: 'refusal', method: 'crm.item.add', status: 400, code: 'SOMETHING_NEW', times: 2 },
    ],
  })
  for (const listed of PLACEMENTS) await openPlace(CAST.director, listed)
  const admin = sessions.at(0)!

  const form = await openCapture(world, CAST.logist, 'CRM_COMPANY_DETAIL_TAB', { ID: String(CARRIERS.sidorov) })
  const said = {
    key: 'press-of-the-form-that-is-looked-for',
    callId: null,
    carrier: { kind: 'new' as const, title: 'ООО «Ищем в журнале»', taxNumber: null, kpp: null, registerNumber: null },
    contact: { name: 'Диспетчер', phone: PHONES[1]! },
    what: {
      action: 'base' as const,
      directions: ['Москва — Казань'],
      vehicles: [],
      homePlace: null,
      channel: null,
      messageContact: PHONES[2]!,
      vat: null,
      comment: `звонить на ${PHONES[2]}`,
    },
  }
  expect((await form.post(said)).status).toBeLessThan(300)
  await form.post({ ...said, key: 'short', contact: { name: null, phone: 'тел. ' + PHONES[1] } })

  const request = await plantRequest(world, CAST.manager).catch(() => DEMO_REQUEST_ID)
  await refusalVisit(world).ask(CAST.manager, request, { comment: `Клиент просил звонить на ${PHONES[3]}` })

  const body = new FormData()
  body.set('file', new File([`Название;Телефон\nООО Из файла;${PHONES[0]}\nООО Без;тел ${PHONES[1]}\n`], 'база.csv'))
  body.set('key', 'file-that-is-looked-for-in-logs')
  for (const path of ['/api/carrier-file/preview', '/api/carrier-file']) {
    const headers = { authorization: `Bearer ${admin.token}` }
    expect((await fetch(world.serverUrl + path, { method: 'POST', headers, body })).status).toBeLessThan(300)
  }
  for (const path of ['/api/portal-map', '/api/settings', '/api/dead-letters', '/api/reveals', '/metrics'])
    await world.api(admin, 'GET', path)
  for (let look = 0; look < 5; look += 1) {
    world.pass({ seconds: 90 })
    await world.settle().catch(() => undefined)
  }

  const logged = world.logged()
  const digits = logged.replaceAll(/[^\d\n]/g, '')
  expect(logged.length).toBeGreaterThan(1000)
  for (const phone of PHONES) expect(digits.includes(phone.slice(-10)), `${phone} stands in the log`).toBe(false)
  const known = world.sandbox.portal.state.db
    .prepare('SELECT DISTINCT normal FROM multifield')
    .pluck()
    .all() as string[]
  expect(known.filter((one) => one.length >= 10 && logged.includes(one.slice(-10)))).toEqual([])
  const tokens = world.sandbox.portal.state.db.prepare('SELECT access FROM token').pluck().all() as string[]
  for (const secret of [
    ...tokens,
    ...sessions.map(({ token }) => token),
    form.session.token,
    'the-secret-of-the-app-in-tests',
  ])
    expect(logged.includes(secret)).toBe(false)
}, 90_000)
