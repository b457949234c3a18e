import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Captured, CaptureInput } from '../../contract/capture.ts'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { writeSetting } from '../../server/store/settings.ts'
import { captureDesk, capture, known, priced } from '../support/capture-desk.ts'
import { leadOf, openCapture } from '../support/capture-visit.ts'
import { portalFacts } from '../support/portal-facts.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let portal: ReturnType<typeof portalFacts>
let desk: ReturnType<typeof captureDesk>
beforeAll(async () => {
  world = await startWorld()
  portal = portalFacts(world)
  desk = captureDesk(world)
})
afterAll(() => world?.close())
beforeEach(() => world.sandbox.portal.faults.clear())

test('on the lead of a caller the form knows the carrier by his number, and what he last said', async () => {
  const { start } = await desk.onLead(await leadOf(world, await portal.phoneOf(CARRIERS.sidorov)))
  expect(start.carrier).toMatchObject({ companyId: CARRIERS.sidorov, inBase: true })
  expect(start.callerPhone).toMatch(/^\+7 \d{3} •••-••-\d\d$/)
  expect(start.carrier!.last).not.toBeNull()
  expect(start.requests.length).toBeGreaterThan(3)
  expect(start.requests[0]!.why).not.toBeNull()
})

test('a logist is not told whose requests he may choose from', async () => {
  const { start, session } = await desk.onLead(await leadOf(world, '+7 999 555-44-33'))
  const asked = await world.api(session, 'GET', '/api/open-requests?q=')
  const rows = (await asked.json()) as { client?: string }[]
  const hidden = [...start.requests, ...rows].filter((row) => !('client' in row))
  expect(hidden.length).toBeGreaterThan(0)
  expect(start.carrier).toBeNull()
})

test('a number that is typed is the request of that number, however likely others are whose numbers begin so', async () => {
  const { session } = await desk.onCompany(CARRIERS.sidorov)
  for (const id of [DEMO_REQUEST_ID, 2]) {
    const answer = await world.api(session, 'GET', `/api/open-requests?q=${id}&companyId=${CARRIERS.sidorov}`)
    expect(((await answer.json()) as { id: number }[])[0]!.id).toBe(id)
  }
})

test('an offer from a lead stands under the request, tells both timelines, ties the lead to the carrier and remembers the truck', async () => {
  const leadId = await leadOf(world, await portal.phoneOf(CARRIERS.sidorov))
  const visit = await desk.onLead(leadId)
  const { key } = await desk.sent(visit, capture(priced({ validUntilOn: '2099-01-31' })))
  expect(await visit.write(key)).toMatchObject({ state: 'done' })
  const { fields } = world.map.processes.offer
  expect(await desk.offerBy(key)).toMatchObject({
    [`parentId${world.map.processes.request.entityTypeId}`]: DEMO_REQUEST_ID,
    companyId: CARRIERS.sidorov,
    [fields.RATE!.name]: '86000.00|RUB',
    [fields.VEHICLE_PLATE!.name]: 'А456ОР716',
    [fields.ACTION!.name]: fields.ACTION!.elements!.quote,
  })
  const [onRequest] = await desk.commentsOf(`dynamic_${world.map.processes.request.entityTypeId}`, DEMO_REQUEST_ID)
  expect(onRequest).toMatch(/Ставка: 86\s000\s₽ с НДС 22 %/)
  expect(onRequest).toContain('Действует до: 31.01.2099')
  const [own] = await desk.commentsOf('lead', leadId)
  expect(own).toMatch(/^Предложение по перевозке: ИП Сидоров/)
  expect(await desk.item(1, leadId)).toMatchObject({ companyId: CARRIERS.sidorov })
  const base = await portal.baseEntry(CARRIERS.sidorov)
  const vehicles = base[world.map.processes.carrier.fields.VEHICLES!.name] as string[]
  expect(vehicles.filter((line) => line.includes('А456ОР716'))).toHaveLength(1)
})

test('a price per kilometre stays one, and becomes one for the trip only by the kilometres of the card', async () => {
  const visit = await desk.onCompany(CARRIERS.sidorov)
  const { key } = await desk.sent(visit, capture(priced({ rate: { minor: 9500, currency: 'RUB', per: 'km' } })))
  const { fields } = world.map.processes.offer
  const offer = await desk.offerBy(key)
  expect(offer[fields.RATE_PER_KM!.name]).toBe('95.00|RUB')
  const card = await portal.card('request', DEMO_REQUEST_ID)
  const km = Number(card[world.map.processes.request.fields.DISTANCE_KM!.name])
  expect(offer[fields.RATE!.name]).toBe(km > 0 ? `${Math.round(95 * km)}.00|RUB` : null)
})

test('an executor needs truck, driver and their papers; he is proposed, and the request moves on when a setting says so', async () => {
  const visit = await desk.onCompany(CARRIERS.sidorov, CAST.manager)
  const bare = await visit.post(capture({ ...priced({ vehiclePlate: null }), action: 'executor' }))
  expect(bare.status).toBe(400)
  const { fields: wrong } = (await bare.json()) as { fields: { path: string }[] }
  expect(wrong.map(({ path }) => path)).toEqual([
    'what.vehiclePlate',
    'what.driverName',
    'what.driverPhone',
    'what.driverLicence',
    'what.vehiclePaper',
  ])
  const room = (await world.context.api.openRoom(world.sandbox.memberId))!
  await writeSetting(room.store, 'executorMovesRequest', true)
  const driver = {
    driverName: 'Сергей Петров',
    driverPhone: '8 916 123-45-67',
    driverLicence: '9912 345678',
    vehiclePaper: '9922 123456',
  }
  const { key } = await desk.sent(visit, capture({ ...priced(driver), action: 'executor' }))
  await writeSetting(room.store, 'executorMovesRequest', false)
  const { fields } = world.map.processes.offer
  expect(await desk.offerBy(key)).toMatchObject({
    [fields.ACTION!.name]: fields.ACTION!.elements!.executor,
    [fields.DRIVER_PHONE!.name]: '+79161234567',
    [fields.DRIVER_LICENCE!.name]: '99 12 345678',
    [fields.VEHICLE_PAPER!.name]: '99 22 123456',
  })
  const { entityTypeId, stages } = world.map.processes.request
  expect(await desk.item(entityTypeId, DEMO_REQUEST_ID)).toMatchObject({ stageId: stages.AGREEMENT })
})

test('who cannot go now is kept in the base: where he is, where and when he is free, and what he runs', async () => {
  const visit = await desk.onCompany(CARRIERS.himtrans)
  const busy: Captured = {
    action: 'busy',
    load: null,
    nowPlace: 'Самара',
    freePlace: 'Уфа',
    freeOn: '2099-02-03',
    directions: ['Уфа — Москва', 'Самара ↔ Казань'],
    comment: null,
  }
  const { key } = await desk.sent(visit, capture(busy, { carrier: known(CARRIERS.himtrans) }))
  expect(await visit.write(key)).toMatchObject({ state: 'done' })
  const base = await portal.baseEntry(CARRIERS.himtrans)
  const { FREE_PLACE, NOW_PLACE, DIRECTIONS } = world.map.processes.carrier.fields
  expect(base[FREE_PLACE!.name]).toBe('Уфа')
  expect(base[NOW_PLACE!.name]).toBe('Самара')
  expect(base[DIRECTIONS!.name]).toEqual(expect.arrayContaining(['Уфа — Москва', 'Самара ↔ Казань']))
  const again = await openCapture(world, CAST.logist, 'CRM_COMPANY_DETAIL_TAB', { ID: String(CARRIERS.himtrans) })
  expect(again.start.carrier).toMatchObject({ freePlace: 'Уфа', freeOn: '2099-02-03' })
})

test('another person of a carrier whom the base knows is written down with him, and tied to his company', async () => {
  const visit = await desk.onCompany(CARRIERS.volgaTrans)
  const base = { action: 'base' as const, directions: [], vehicles: [], homePlace: null, channel: null, vat: null }
  const contact = { name: 'Жанна Диспетчер', phone: '+7 916 555-00-77' }
  const carrier = known(CARRIERS.volgaTrans)
  await desk.sent(visit, capture({ ...base, messageContact: null, comment: null }, { carrier, contact }))
  const people = await world.rest<{ items: { name: string; companyId: number }[] }>('crm.item.list', {
    entityTypeId: 3,
    filter: { '=name': contact.name },
    select: ['name', 'companyId'],
  })
  expect(people.items).toMatchObject([{ companyId: CARRIERS.volgaTrans }])
})

test('two people who hear different things of one carrier at once lose nothing of either', async () => {
  const [mine, his] = await Promise.all([
    desk.onCompany(CARRIERS.volgaTrans),
    desk.onCompany(CARRIERS.volgaTrans, CAST.secondLogist),
  ])
  const says = (directions: string[]): Captured => ({
    action: 'busy',
    load: null,
    nowPlace: null,
    freePlace: null,
    freeOn: null,
    directions,
    comment: null,
  })
  const carrier = known(CARRIERS.volgaTrans)
  const presses = [capture(says(['Тверь — Псков']), { carrier }), capture(says(['Пермь — Омск']), { carrier })]
  const answers = await Promise.all([mine.post(presses[0]!), his.post(presses[1]!)])
  expect(answers.map((answer) => answer.status)).toEqual([202, 202])
  await world.settle()
  const lines = (await portal.baseEntry(CARRIERS.volgaTrans))[world.map.processes.carrier.fields.DIRECTIONS!.name]
  expect(lines).toEqual(expect.arrayContaining(['Тверь — Псков', 'Пермь — Омск']))
})

test('a stranger who calls becomes a company, a person and an entry of the base in one press, and his lead is tied to them', async () => {
  const leadId = await leadOf(world, '+7 916 000-11-22')
  const visit = await desk.onLead(leadId)
  const base: Captured = {
    action: 'base',
    directions: ['Москва ↔ Тверь'],
    vehicles: [{ body: 'tent', capacityKg: 20_000, volumeM3: 82, lengthM: null, loading: [], plate: 'о 777 оо 77' }],
    homePlace: 'Тверь',
    channel: 'telegram',
    messageContact: null,
    vat: 'none',
    comment: null,
  }
  const carrier: CaptureInput['carrier'] = {
    kind: 'new',
    title: 'ООО «Тверские дороги»',
    taxNumber: '7707083893',
    kpp: null,
    registerNumber: null,
  }
  const input = capture(base, { carrier, contact: { name: 'Игорь', phone: null } })
  await desk.sent(visit, input)
  const write = await visit.write(input.key)
  expect(write).toMatchObject({ state: 'done' })
  const made = (command: string) => write.steps.find((step) => step.command === command)!.portalId!
  const companyId = made('add-company')
  expect(await desk.item(1, leadId)).toMatchObject({ companyId, contactId: made('add-contact') })
  const entry = await portal.baseEntry(companyId)
  const { DIRECTIONS, HOME_PLACE, VEHICLES } = world.map.processes.carrier.fields
  expect(entry[DIRECTIONS!.name]).toEqual(['Москва ↔ Тверь'])
  expect(entry[HOME_PLACE!.name]).toBe('Тверь')
  expect(entry[VEHICLES!.name]).toEqual(['тент; 20 т; 82 м³; ; О777ОО77'])
  const requisites = await world.rest<{ RQ_INN: string }[]>('crm.requisite.list', {
    filter: { ENTITY_TYPE_ID: 4, ENTITY_ID: companyId },
  })
  expect(requisites.map((one) => one.RQ_INN)).toEqual(['7707083893'])
  const answer = await world.api(visit.session, 'GET', '/api/company-numbers/7707083893')
  expect(await answer.json()).toMatchObject({ state: 'known', companyId })
})

test('one new carrier captured by two people at once is one company', async () => {
  const phone = '+7 916 000-33-44'
  const leads = [await leadOf(world, phone), await leadOf(world, phone, CAST.secondLogist)]
  const [mine, his] = await Promise.all([desk.onLead(leads[0]!), desk.onLead(leads[1]!, CAST.secondLogist)])
  const carrier: CaptureInput['carrier'] = {
    kind: 'new',
    title: 'ИП Новиков',
    taxNumber: '500100732259',
    kpp: null,
    registerNumber: null,
  }
  const presses = [
    capture(priced(), { carrier }),
    capture(priced({ rate: { minor: 8_700_000, currency: 'RUB', per: 'trip' } }), { carrier }),
  ]
  await Promise.all([mine.post(presses[0]!), his.post(presses[1]!)])
  await world.settle()
  const companies = await Promise.all(presses.map(async ({ key }) => (await desk.offerBy(key)).companyId))
  expect(companies[0]).toBeGreaterThan(0)
  expect(companies[0]).toBe(companies[1])
})

test('an integrator’s own process writes an offer by our robot: once however often it is told, and it is told what is wrong', async () => {
  const room = (await world.context.api.openRoom(world.sandbox.memberId))!
  const robots = await Promise.all(
    ['bizproc.robot.list', 'bizproc.activity.list'].map(
      async (method) => (await room.clients.forUser(room.portal, CAST.admin, 'import').call<string[]>(method)).result,
    ),
  )
  for (const codes of robots)
    expect(codes).toEqual(expect.arrayContaining(['reis_offer', 'reis_executor', 'reis_busy', 'reis_base']))
  const post = (token: string, properties: Record<string, string>, secret = room.portal.applicationToken ?? '') => {
    const body = new URLSearchParams({
      code: 'reis_offer',
      event_token: token,
      'auth[member_id]': room.memberId,
      'auth[application_token]': secret,
    })
    for (const [name, value] of Object.entries(properties)) body.set(`properties[${name}]`, value)
    return fetch(`${world.serverUrl}/hooks/robot`, { method: 'POST', body })
  }
  const said = {
    company: String(CARRIERS.sidorov),
    user: `user_${CAST.logist}`,
    request: String(DEMO_REQUEST_ID),
    rate: '97к',
    vat: '22',
  }
  const before = (await portal.offers('request', DEMO_REQUEST_ID, CARRIERS.sidorov)).length
  expect((await post('step-one', said, 'forged')).status).toBe(403)
  expect((await post('step-one', said)).status).toBe(200)
  expect((await post('step-one', said)).status).toBe(200)
  expect((await post('step-two', { ...said, rate: 'дорого' })).status).toBe(200)
  await world.settle()
  expect(await portal.offers('request', DEMO_REQUEST_ID, CARRIERS.sidorov)).toHaveLength(before + 1)
  const answers = await room.store
    .selectFrom('writeStep')
    .select(['payload', 'state'])
    .where('command', '=', 'answer-robot')
    .execute()
  expect(answers.map(({ payload, state }) => [(JSON.parse(payload) as { accepted: boolean }).accepted, state])).toEqual(
    [
      [true, 'done'],
      [false, 'done'],
    ],
  )
})
