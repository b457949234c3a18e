import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Captured, CaptureInput } from '../../contract/capture.ts'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { writeSetting } from '../../server/store/settings.ts'
import { leadOf, openCapture, type CaptureVisit } from '../support/capture-visit.ts'
import { portalFacts } from '../support/portal-facts.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let portal: ReturnType<typeof portalFacts>
let press = 0
beforeAll(async () => {
  world = await startWorld()
  portal = portalFacts(world)
})
afterAll(() => world?.close())
beforeEach(() => world.sandbox.portal.faults.clear())

const load = { kind: 'request' as const, id: DEMO_REQUEST_ID }
const known = (companyId: number): CaptureInput['carrier'] => ({ kind: 'known', companyId })
const priced = (
  change: Partial<Extract<Captured, { action: 'offer' }>> = {},
): Extract<Captured, { action: 'offer' }> => ({
  action: 'offer',
  load,
  rate: { minor: 8_600_000, currency: 'RUB', per: 'trip' },
  vat: '22',
  term: { event: 'scan', days: 5, bankDays: true, prepayPercent: 0 },
  body: 'tent',
  capacityKg: 20_000,
  volumeM3: null,
  vehiclePlate: 'а 456 ор 716',
  trailerPlate: null,
  driverName: null,
  driverPhone: null,
  driverLicence: null,
  vehiclePaper: null,
  availableFromOn: null,
  validUntilOn: null,
  comment: 'утром готов',
  ...change,
})
const capture = (what: Captured, change: Partial<CaptureInput> = {}): CaptureInput => ({
  key: `capture-of-a-person-${String((press += 1)).padStart(4, '0')}`,
  callId: null,
  carrier: known(CARRIERS.sidorov),
  contact: { name: null, phone: null },
  what,
  ...change,
})

const onLead = (leadId: number, userId: number = CAST.logist): Promise<CaptureVisit> =>
  openCapture(world, userId, 'CRM_LEAD_DETAIL_TAB', { ID: String(leadId) })
const onCompany = (companyId: number, userId: number = CAST.logist): Promise<CaptureVisit> =>
  openCapture(world, userId, 'CRM_COMPANY_DETAIL_ACTIVITY', { ID: String(companyId) })

async function sent(visit: CaptureVisit, input: CaptureInput): Promise<CaptureInput> {
  const answer = await visit.post(input)
  expect([answer.status, await answer.text()]).toEqual([202, expect.any(String)])
  await world.settle()
  return input
}

async function offerBy(key: string): Promise<Record<string, unknown>> {
  const { items } = await world.rest<{ items: Record<string, unknown>[] }>('crm.item.list', {
    entityTypeId: world.map.processes.offer.entityTypeId,
    filter: { '=xmlId': key },
    select: ['*', 'UF_*'],
    useOriginalUfNames: 'Y',
  })
  expect(items).toHaveLength(1)
  return items[0]!
}

async function commentsOf(ENTITY_TYPE: string, ENTITY_ID: number): Promise<string[]> {
  const rows = await world.rest<{ COMMENT: string }[]>('crm.timeline.comment.list', {
    filter: { ENTITY_TYPE, ENTITY_ID },
    order: { ID: 'DESC' },
  })
  return rows.map((row) => row.COMMENT)
}

const item = async (entityTypeId: number, id: number) =>
  (await world.rest<{ item: Record<string, unknown> }>('crm.item.get', { entityTypeId, id, useOriginalUfNames: 'Y' }))
    .item

test('on the lead of a caller the form knows the carrier by his number, and what he last said', async () => {
  const { start } = await onLead(await leadOf(world, await portal.phoneOf(CARRIERS.sidorov)))
  expect(start.carrier).toMatchObject({ companyId: CARRIERS.sidorov, inBase: true })
  expect(start.callerPhone).toMatch(/^\+7 \d{3} •••-••-\d\d$/)
  expect(start.carrier!.last).not.toBeNull()
  expect(start.requests.length).toBeGreaterThan(3)
  expect(start.requests[0]!.why).not.toBeNull()
})

test('a logist is not told whose requests he may choose from', async () => {
  const { start, session } = await onLead(await leadOf(world, '+7 999 555-44-33'))
  const asked = await world.api(session, 'GET', '/api/open-requests?q=')
  const rows = (await asked.json()) as { client?: string }[]
  const hidden = [...start.requests, ...rows].filter((row) => !('client' in row))
  expect(hidden.length).toBeGreaterThan(0)
  expect(start.carrier).toBeNull()
})

test('a number that is typed is the request of that number, however likely others are whose numbers begin so', async () => {
  const { session } = await onCompany(CARRIERS.sidorov)
  for (const id of [DEMO_REQUEST_ID, 2]) {
    const answer = await world.api(session, 'GET', `/api/open-requests?q=${id}&companyId=${CARRIERS.sidorov}`)
    expect(((await answer.json()) as { id: number }[])[0]!.id).toBe(id)
  }
})

test('an offer from a lead stands under the request, tells both timelines, ties the lead to the carrier and remembers the truck', async () => {
  const leadId = await leadOf(world, await portal.phoneOf(CARRIERS.sidorov))
  const visit = await onLead(leadId)
  const { key } = await sent(visit, capture(priced({ validUntilOn: '2099-01-31' })))
  expect(await visit.write(key)).toMatchObject({ state: 'done' })
  const { fields } = world.map.processes.offer
  expect(await offerBy(key)).toMatchObject({
    [`parentId${world.map.processes.request.entityTypeId}`]: DEMO_REQUEST_ID,
    companyId: CARRIERS.sidorov,
    [fields.RATE!.name]: '86000.00|RUB',
    [fields.VEHICLE_PLATE!.name]: 'А456ОР716',
    [fields.ACTION!.name]: fields.ACTION!.elements!.quote,
  })
  const [onRequest] = await commentsOf(`dynamic_${world.map.processes.request.entityTypeId}`, DEMO_REQUEST_ID)
  expect(onRequest).toMatch(/Ставка: 86\s000\s₽ с НДС 22 %/)
  expect(onRequest).toContain('Действует до: 31.01.2099')
  const [own] = await commentsOf('lead', leadId)
  expect(own).toMatch(/^Предложение по перевозке: ИП Сидоров/)
  expect(await item(1, leadId)).toMatchObject({ companyId: CARRIERS.sidorov })
  const base = await portal.baseEntry(CARRIERS.sidorov)
  const vehicles = base[world.map.processes.carrier.fields.VEHICLES!.name] as string[]
  expect(vehicles.filter((line) => line.includes('А456ОР716'))).toHaveLength(1)
})

test('a price per kilometre stays one, and becomes one for the trip only by the kilometres of the card', async () => {
  const visit = await onCompany(CARRIERS.sidorov)
  const { key } = await sent(visit, capture(priced({ rate: { minor: 9500, currency: 'RUB', per: 'km' } })))
  const { fields } = world.map.processes.offer
  const offer = await offerBy(key)
  expect(offer[fields.RATE_PER_KM!.name]).toBe('95.00|RUB')
  const card = await portal.card('request', DEMO_REQUEST_ID)
  const km = Number(card[world.map.processes.request.fields.DISTANCE_KM!.name])
  expect(offer[fields.RATE!.name]).toBe(km > 0 ? `${Math.round(95 * km)}.00|RUB` : null)
})

test('an executor needs truck, driver and their papers; he is proposed, and the request moves on when a setting says so', async () => {
  const visit = await onCompany(CARRIERS.sidorov, CAST.manager)
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
  const { key } = await sent(visit, capture({ ...priced(driver), action: 'executor' }))
  await writeSetting(room.store, 'executorMovesRequest', false)
  const { fields } = world.map.processes.offer
  expect(await offerBy(key)).toMatchObject({
    [fields.ACTION!.name]: fields.ACTION!.elements!.executor,
    [fields.DRIVER_PHONE!.name]: '+79161234567',
    [fields.DRIVER_LICENCE!.name]: '99 12 345678',
    [fields.VEHICLE_PAPER!.name]: '99 22 123456',
  })
  const { entityTypeId, stages } = world.map.processes.request
  expect(await item(entityTypeId, DEMO_REQUEST_ID)).toMatchObject({ stageId: stages.AGREEMENT })
})

test('a driver’s papers and number stay in the portal: none are in our file, the log, or the page, once they are written', async () => {
  const visit = await onCompany(CARRIERS.himtrans)
  const driver = {
    driverName: 'Илья Громов',
    driverPhone: '8 916 765-43-21',
    driverLicence: '9913 765432',
    vehiclePaper: 'XTC53229R57654321',
  }
  const { key } = await sent(
    visit,
    capture({ ...priced(driver), action: 'executor' }, { carrier: known(CARRIERS.himtrans) }),
  )
  expect(await visit.write(key)).toMatchObject({ state: 'done' })
  const { DRIVER_LICENCE, VEHICLE_PAPER } = world.map.processes.offer.fields
  expect(await offerBy(key)).toMatchObject({
    [DRIVER_LICENCE!.name]: '99 13 765432',
    [VEHICLE_PAPER!.name]: 'XTC53229R57654321',
  })
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  const kept = [
    await store.selectFrom('writeChain').selectAll().execute(),
    await store.selectFrom('writeStep').selectAll().execute(),
    await store.selectFrom('offer').selectAll().execute(),
    (await onCompany(CARRIERS.himtrans)).start,
  ]
  for (const place of [...kept.map((rows) => JSON.stringify(rows)), world.logged()])
    expect(place.replaceAll(/[\s()+-]/g, '')).not.toMatch(/765432|XTC53229|9167654321/)
})

test('while the portal is silent, in a draft and in the Carriers tab’s own form, a driver’s papers lie sealed on the disk', async () => {
  const visit = await onCompany(CARRIERS.himtrans)
  const driver = {
    driverName: 'Олег Панин',
    driverPhone: '8 917 555-66-77',
    driverLicence: '9914 222333',
    vehiclePaper: 'XTC53229R57000777',
  }
  const draft = { licence: driver.driverLicence, driverPhone: driver.driverPhone }
  const tab = await world.session(CAST.logist, 'request', DEMO_REQUEST_ID)
  const { status } = await world.api(visit.session, 'PUT', '/api/capture-drafts', { callId: null, draft })
  expect([status, (await onCompany(CARRIERS.himtrans)).start.draft]).toEqual([204, draft])
  expect(onDisk()).not.toMatch(PANINS)
  world.sandbox.portal.faults.set({ down: true })
  const input = capture({ ...priced(driver), action: 'executor' }, { carrier: known(CARRIERS.himtrans) })
  expect((await visit.post(input)).status).toBe(202)
  expect((await world.api(tab, 'POST', '/api/offers', offerOfTab(driver.driverPhone))).status).toBe(202)
  expect(onDisk()).not.toMatch(PANINS)
  world.sandbox.portal.faults.clear()
  for (let look = 0; look < 6; look++) {
    world.pass({ seconds: 90 })
    await world.settle()
  }
  const { DRIVER_LICENCE, DRIVER_PHONE } = world.map.processes.offer.fields
  expect(await offerBy(input.key)).toMatchObject({
    [DRIVER_LICENCE!.name]: '99 14 222333',
    [DRIVER_PHONE!.name]: '+79175556677',
  })
  expect(onDisk()).not.toMatch(PANINS)
})
const PANINS = /9914 ?222333|99 14 222333|XTC53229R57000777|9175556677|917 555-66-77/
const offerOfTab = (driverPhone: string) => ({
  key: 'an-offer-with-a-driver-in-it-1',
  load,
  companyId: CARRIERS.sidorov,
  rate: { minor: 8_600_000, currency: 'RUB' },
  vat: '22',
  term: null,
  body: 'tent',
  capacityKg: 20_000,
  vehiclePlate: null,
  trailerPlate: null,
  driverName: 'Олег Панин',
  driverPhone,
  availableFromOn: null,
  validUntilAt: null,
  comment: null,
})
/** All bytes of the server’s files, as whoever finds the disk would read them. */
const onDisk = () => {
  const folder = world.context.config.dataFolder
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('')
}

test('who cannot go now is kept in the base: where he is, where and when he is free, and what he runs', async () => {
  const visit = await onCompany(CARRIERS.himtrans)
  const busy: Captured = {
    action: 'busy',
    load: null,
    nowPlace: 'Самара',
    freePlace: 'Уфа',
    freeOn: '2099-02-03',
    directions: ['Уфа — Москва', 'Самара ↔ Казань'],
    comment: null,
  }
  const { key } = await sent(visit, capture(busy, { carrier: known(CARRIERS.himtrans) }))
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
  const visit = await onCompany(CARRIERS.volgaTrans)
  const base = { action: 'base' as const, directions: [], vehicles: [], homePlace: null, channel: null, vat: null }
  const contact = { name: 'Жанна Диспетчер', phone: '+7 916 555-00-77' }
  const carrier = known(CARRIERS.volgaTrans)
  await sent(visit, capture({ ...base, messageContact: null, comment: null }, { carrier, contact }))
  const people = await world.rest<{ items: { name: string; companyId: number }[] }>('crm.item.list', {
    entityTypeId: 3,
    filter: { '=name': contact.name },
    select: ['name', 'companyId'],
  })
  expect(people.items).toMatchObject([{ companyId: CARRIERS.volgaTrans }])
})

test('two people who hear different things of one carrier at once lose nothing of either', async () => {
  const [mine, his] = await Promise.all([
    onCompany(CARRIERS.volgaTrans),
    onCompany(CARRIERS.volgaTrans, CAST.secondLogist),
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
  const visit = await onLead(leadId)
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
  await sent(visit, input)
  const write = await visit.write(input.key)
  expect(write).toMatchObject({ state: 'done' })
  const made = (command: string) => write.steps.find((step) => step.command === command)!.portalId!
  const companyId = made('add-company')
  expect(await item(1, leadId)).toMatchObject({ companyId, contactId: made('add-contact') })
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
  const [mine, his] = await Promise.all([onLead(leads[0]!), onLead(leads[1]!, CAST.secondLogist)])
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
  const companies = await Promise.all(presses.map(async ({ key }) => (await offerBy(key)).companyId))
  expect(companies[0]).toBeGreaterThan(0)
  expect(companies[0]).toBe(companies[1])
})

test('a press while the portal is down is delivered whole when it is back, once', async () => {
  const leadId = await leadOf(world, await portal.phoneOf(CARRIERS.sidorov))
  const visit = await onLead(leadId)
  world.sandbox.portal.faults.set({ down: true })
  const input = capture(priced())
  expect((await visit.post(input)).status).toBe(202)
  await world.context.deliver(world.sandbox.memberId)
  world.sandbox.portal.faults.clear()
  for (let look = 0; look < 6; look++) {
    world.pass({ seconds: 90 })
    await world.settle()
  }
  expect(await visit.write(input.key)).toMatchObject({ state: 'done' })
  await offerBy(input.key)
  expect((await commentsOf('lead', leadId)).filter((text) => text.includes('Предложение по перевозке'))).toHaveLength(1)
})

test('the same press twice is one; another under its key is refused', async () => {
  const visit = await onCompany(CARRIERS.sidorov)
  const input = await sent(visit, capture(priced()))
  expect((await visit.post(input)).status).toBe(200)
  const other = await visit.post({
    ...input,
    what: priced({ rate: { minor: 9_900_000, currency: 'RUB', per: 'trip' } }),
  })
  expect(other.status).toBe(400)
})

test('the same press that comes many times at once is one, and every time is told so', async () => {
  const visit = await onCompany(CARRIERS.sidorov)
  for (let round = 0; round < 5; round++) {
    const input = capture(priced())
    const answers = await Promise.all(Array.from({ length: 6 }, () => visit.post(input)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 202])
  }
  await world.settle()
})

test('a client is not taken for a carrier, wherever his number stands', async () => {
  const { items } = await world.rest<{ items: { id: number }[] }>('crm.item.list', {
    entityTypeId: 4,
    filter: { typeId: 'CUSTOMER' },
    select: ['id'],
  })
  const visit = await onLead(await leadOf(world, '+7 999 555-44-33'))
  const answer = await visit.post(capture(priced(), { carrier: known(items[0]!.id) }))
  expect(answer.status).toBe(404)
})

test('what is typed and not sent waits where it was typed, for him who typed it', async () => {
  const leadId = await leadOf(world, '+7 999 555-44-33')
  const visit = await onLead(leadId)
  const draft = { callId: null, draft: { rate: '85к' } }
  expect((await world.api(visit.session, 'PUT', '/api/capture-drafts', draft)).status).toBe(204)
  expect((await onLead(leadId)).start.draft).toEqual({ rate: '85к' })
  const other = await onCompany(CARRIERS.sidorov, CAST.secondLogist)
  expect(other.start.draft).toBeNull()
})

test('in a call the number is enough: it never reaches the page, and the press still knows it', async () => {
  const phone = await portal.phoneOf(CARRIERS.okaExpress)
  const options = { CALL_ID: 'externalCall.test.1', PHONE_NUMBER: phone, CRM_ENTITY_TYPE: '', CRM_ENTITY_ID: '0' }
  const visit = await openCapture(world, CAST.logist, 'CALL_CARD', options)
  expect(visit.start).toMatchObject({ callId: 'externalCall.test.1', carrier: { companyId: CARRIERS.okaExpress } })
  expect(JSON.stringify(visit.start)).not.toContain(phone.replaceAll(/\D/g, '').slice(-7))
  const input = capture(priced(), { callId: 'externalCall.test.1', carrier: known(CARRIERS.okaExpress) })
  await sent(visit, input)
  const { fields } = world.map.processes.offer
  expect(await offerBy(input.key)).toMatchObject({ [fields.SOURCE!.name]: fields.SOURCE!.elements!.call })
})

test('what should be known is said before the press: a rate out of range, an offer made already', async () => {
  const visit = await onCompany(CARRIERS.sidorov)
  const check = async (minor: number) => {
    const rate = { minor, currency: 'RUB', per: 'trip' }
    const body = { callId: null, companyId: CARRIERS.sidorov, load, rate, vat: '22', phone: null }
    const answer = await world.api(visit.session, 'POST', '/api/capture-checks', body)
    return ((await answer.json()) as { code: string }[]).map(({ code }) => code)
  }
  expect(await check(1_000_000)).toEqual(expect.arrayContaining(['offered_already', 'rate_low']))
  expect(await check(90_000_000)).toContain('rate_high')
})

test('a caller whose number our copy does not know is found by the portal itself', async () => {
  const phone = '+7 917 555-66-77'
  const { item: made } = await world.rest<{ item: { id: number } }>('crm.item.add', {
    entityTypeId: 4,
    fields: {
      title: 'ООО «Свежий след»',
      typeId: 'SUPPLIER',
      fm: [{ typeId: 'PHONE', valueType: 'WORK', value: phone }],
    },
  })
  await world.settle()
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  await store.deleteFrom('phone').where('ownerKind', '=', 'company').where('ownerId', '=', made.id).execute()
  await store.deleteFrom('company').where('id', '=', made.id).execute()
  const options = { CALL_ID: 'externalCall.test.2', PHONE_NUMBER: phone, CRM_ENTITY_TYPE: '', CRM_ENTITY_ID: '0' }
  const asked = () => world.sandbox.portal.calls.read().byMethod['crm.duplicate.findbycomm'] ?? 0
  const before = asked()
  const { start } = await openCapture(world, CAST.logist, 'CALL_CARD', options)
  expect(asked()).toBe(before + 1)
  expect([start.carrier, ...start.others].flatMap((one) => one?.name ?? [])).toEqual(['ООО «Свежий след»'])
  await openCapture(world, CAST.logist, 'CALL_CARD', { ...options, CALL_ID: 'externalCall.test.3' })
  expect(asked()).toBe(before + 1)
})

test('a number another carrier has, and a new one of a carrier on the road, are said before the press', async () => {
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  const running = await store
    .selectFrom('load')
    .select('carrierCompanyId')
    .where('kind', '=', 'order')
    .where('semantics', '=', 'P')
    .where('carrierCompanyId', 'is not', null)
    .executeTakeFirstOrThrow()
  const companyId = running.carrierCompanyId!
  const visit = await onCompany(companyId)
  const check = async (phone: string | null) => {
    const body = { callId: null, companyId, load: null, rate: null, vat: null, phone }
    const answer = await world.api(visit.session, 'POST', '/api/capture-checks', body)
    return (await answer.json()) as { code: string; names?: string[] }[]
  }
  expect(await check(null)).toEqual([])
  expect((await check('8 916 222-33-44')).map(({ code }) => code)).toEqual(['contact_changes_on_trip'])
  const other = [CARRIERS.okaExpress, CARRIERS.himtrans].find((id) => id !== companyId)!
  const found = await check(await portal.phoneOf(other))
  expect(found.map(({ code }) => code)).toEqual(['phone_elsewhere', 'contact_changes_on_trip'])
  expect(found[0]!.names!.length).toBeGreaterThan(0)
})

test('another number of a carrier with our load on board is told to the head of whoever wrote it', async () => {
  const room = (await world.context.api.openRoom(world.sandbox.memberId))!
  const running = await room.store
    .selectFrom('load')
    .select('carrierCompanyId')
    .where('kind', '=', 'order')
    .where('semantics', '=', 'P')
    .where('carrierCompanyId', 'is not', null)
    .executeTakeFirstOrThrow()
  const companyId = running.carrierCompanyId!
  const visit = await onCompany(companyId)
  const busy: Captured = {
    action: 'busy',
    load: null,
    nowPlace: null,
    freePlace: 'Уфа',
    freeOn: null,
    directions: [],
    comment: null,
  }
  const { key } = await sent(
    visit,
    capture(busy, { carrier: known(companyId), contact: { name: 'Новый диспетчер', phone: '+7 916 777-77-77' } }),
  )
  const { steps } = await visit.write(key)
  expect(steps.filter((step) => step.command === 'notify-manager').map((step) => step.state)).toEqual(['done'])
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
