import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DICTIONARY } from '../../../../server/portal/dictionary.ts'
import { PROCESS_NAMES } from '../../../../server/portal/schema-map.ts'
import { indexCarrier } from '../../../../server/sync/indexers/carrier.ts'
import { indexCompany } from '../../../../server/sync/indexers/company.ts'
import { indexContact } from '../../../../server/sync/indexers/contact.ts'
import { indexDeal } from '../../../../server/sync/indexers/deal.ts'
import { vatOfPaymentForm } from '../../../../server/sync/indexers/item-reader.ts'
import { indexLead } from '../../../../server/sync/indexers/lead.ts'
import { indexOffer } from '../../../../server/sync/indexers/offer.ts'
import { indexOrder } from '../../../../server/sync/indexers/order.ts'
import { indexRequest } from '../../../../server/sync/indexers/request.ts'
import { indexDepartment, indexUser } from '../../../../server/sync/indexers/user.ts'
import { element, fittedMap, portalItem, STANDARD } from '../../../support/portal-items.ts'

const map = fittedMap()
const places: Record<string, number> = { Москва: 1, Казань: 2, Подольск: 3 }
const find = (text: string | null) => (text !== null && Object.hasOwn(places, text) ? places[text]! : null)

test('a request becomes a load: stops in order, cargo, dates in UTC, prices in kopecks with their VAT', () => {
  const item = portalItem(
    map,
    'request',
    {
      LOAD_PLACE: 'Москва',
      UNLOAD_PLACE: 'Казань',
      EXTRA_STOPS: ['unload; Чебоксары', 'load; Подольск'],
      LOAD_FROM_AT: '2026-11-25T09:00:00+03:00',
      WEIGHT_KG: '20000',
      BODY: [element(map, 'request', 'BODY', 'tent'), String(element(map, 'request', 'BODY', 'curtain'))],
      LOADING_ALL: 'Y',
      ADR: element(map, 'request', 'ADR', '3'),
      TEMP_FROM_C: '-18',
      CLIENT_RATE: '120000|RUB',
      CLIENT_PAYMENT_FORM: element(map, 'request', 'CLIENT_PAYMENT_FORM', '22'),
      TARGET_RATE: '0|RUB',
      DISTANCE_KM: 0,
      EXCLUDED_CARRIERS: ['12', 'CO_13', 'C_5'],
    },
    { stageId: map.processes.request.stages.SEARCH, companyId: 900, parentId1: 5, parentId2: 0 },
  )
  expect(indexRequest(item, map, find)).toMatchObject({
    kind: 'request',
    id: 77,
    stage: 'SEARCH',
    semantics: 'P',
    companyId: 900,
    leadId: 5,
    dealId: null,
    fromPlaceId: 1,
    toPlaceId: 2,
    loadFromAt: '2026-11-25T06:00:00.000Z',
    weightKg: 20_000,
    bodies: '["tent","curtain"]',
    loadingAll: 1,
    adr: '3',
    tempFromC: -18,
    clientRateMinor: 12_000_000,
    clientVat: '22',
    targetRateMinor: null,
    distanceKm: null,
    excludedCompanyIds: '[12,13]',
    carrierCompanyId: null,
    createdAt: '2026-11-20T09:00:00.000Z',
  })
  const stops = JSON.parse(indexRequest(item, map, find)!.stops) as { action: string; text: string }[]
  expect(stops.map((stop) => `${stop.action} ${stop.text}`)).toEqual([
    'load Москва',
    'load Подольск',
    'unload Чебоксары',
    'unload Казань',
  ])
})

test('a finished order knows who drove it, for how much and when', () => {
  const item = portalItem(
    map,
    'order',
    {
      CARRIER: '12',
      CARRIER_RATE: '95000|RUB',
      CARRIER_PAYMENT_FORM: element(map, 'order', 'CARRIER_PAYMENT_FORM', 'none'),
      UNLOADED_AT: '2026-11-21T18:00:00+03:00',
      LOGIST: 13,
    },
    { stageId: map.processes.order.stages.DONE, parentId2: 8, parentId1036: 15 },
  )
  expect(indexOrder(item, map, find)).toMatchObject({
    kind: 'order',
    semantics: 'S',
    dealId: 8,
    requestId: 15,
    carrierCompanyId: 12,
    carrierRateMinor: 9_500_000,
    carrierVat: 'none',
    unloadedAt: '2026-11-21T15:00:00.000Z',
    logistId: 13,
  })
})

test('an offer is one carrier’s answer; where its own field is empty the card’s company is the carrier', () => {
  const item = portalItem(
    map,
    'offer',
    {
      RATE: '98000|RUB',
      PAYMENT_FORM: element(map, 'offer', 'PAYMENT_FORM', 'cash'),
      LOAD_PLACE: 'Москва',
      TERM_DAYS: '10',
    },
    { stageId: map.processes.offer.stages.DECLINED, companyId: 12, parentId1036: 15, xmlId: 'key-1' },
  )
  expect(indexOffer(item, map, find)).toMatchObject({
    action: 'quote',
    stage: 'DECLINED',
    semantics: 'F',
    requestId: 15,
    orderId: null,
    companyId: 12,
    rateMinor: 9_800_000,
    vat: 'cash',
    termDays: 10,
    fromPlaceId: 1,
    toPlaceId: null,
    xmlId: 'key-1',
  })
})

test('an entry of the carrier base brings its directions and vehicles; lines that lead nowhere are kept as typed', () => {
  const item = portalItem(
    map,
    'carrier',
    {
      STATE: element(map, 'carrier', 'STATE', 'paused'),
      PAUSED_UNTIL: '2026-12-07T00:00:00+03:00',
      DIRECTIONS: ['Москва ↔ Казань', 'куда угодно'],
      VEHICLES: ['tent; 20; 82; rear; А123ВС716', '???'],
      ADR: [element(map, 'carrier', 'ADR', '3'), element(map, 'carrier', 'ADR', '9')],
      NOW_PLACE: 'Казань',
      DO_NOT_USE: 'N',
    },
    { companyId: '12', contactIds: ['41', '42'] },
  )
  const rows = indexCarrier(item, map, find)!
  expect(rows.carrier).toMatchObject({
    companyId: 12,
    contactId: 41,
    state: 'paused',
    pausedUntilOn: '2026-12-07',
    adr: '["3","9"]',
    nowPlaceId: 2,
    security: 'unknown',
    doNotUse: 0,
  })
  expect(rows.directions).toEqual([
    { carrierId: 77, position: 0, text: 'Москва ↔ Казань', fromPlaceId: 1, toPlaceId: 2, bothWays: 1 },
    { carrierId: 77, position: 1, text: 'куда угодно', fromPlaceId: null, toPlaceId: null, bothWays: 0 },
  ])
  expect(rows.vehicles).toEqual([
    {
      carrierId: 77,
      position: 0,
      body: 'tent',
      capacityKg: 20_000,
      volumeM3: 82,
      lengthM: null,
      loading: '["rear"]',
      plate: 'А123ВС716',
    },
  ])
})

test('companies and contacts bring their phones in order, and nothing that is no phone', () => {
  const fm = [
    { id: 1, typeId: 'PHONE', valueType: 'WORK', value: '+7 916 123-45-67' },
    { id: 2, typeId: 'EMAIL', valueType: 'WORK', value: 'a@example.ru' },
    { ID: '3', TYPE_ID: 'PHONE', VALUE_TYPE: 'MOBILE', VALUE: '8 800 555 35 35' },
    { typeId: 'PHONE', value: 'нет' },
    'мусор',
  ]
  expect(indexCompany({ ...STANDARD, fm })).toEqual({
    row: { id: 77, title: 'Карточка', assignedById: 13, isOwn: 0, updatedAt: '2026-11-22T12:30:00.000Z' },
    phones: [
      { ownerKind: 'company', ownerId: 77, position: 0, value: '+7 916 123-45-67', type: 'WORK' },
      { ownerKind: 'company', ownerId: 77, position: 1, value: '8 800 555 35 35', type: 'MOBILE' },
    ],
  })
  const contact = indexContact({
    ...STANDARD,
    title: undefined,
    name: 'Пётр',
    lastName: 'Иванов',
    companyId: 12,
    fm: [],
  })
  expect(contact).toMatchObject({ row: { name: 'Пётр Иванов', companyId: 12 }, phones: [] })
})

test('leads and deals know whether they are in work, won or lost', () => {
  expect(indexLead({ ...STANDARD, stageId: 'JUNK' })).toMatchObject({ stage: 'JUNK', semantics: 'F' })
  expect(indexLead({ ...STANDARD, stageId: 'NEW' })).toMatchObject({ semantics: 'P' })
  expect(indexDeal({ ...STANDARD, stageId: 'C5:WON', stageSemanticId: 'S' })).toMatchObject({
    stage: 'WON',
    semantics: 'S',
  })
  expect(indexDeal({ ...STANDARD, stageId: 'LOSE' })).toMatchObject({ semantics: 'F' })
})

test.each([
  [{ additionalInfo: 'Заявка № 77' }, 77],
  [{ title: 'ООО «Ромашка»: перевозка по заявке № 77' }, 77],
  [{ title: 'Перевозка по заявке 77 от 5 мая' }, 77],
  [{ title: 'Заявка на перевозку Москва — Казань, 20 т' }, null],
  [{ title: 'Дозаявка 5' }, null],
])('a deal made for an order names it: %o', (fields, orderId) => {
  expect(indexDeal({ ...STANDARD, ...fields, stageId: 'WON' })).toMatchObject({ orderId })
})

test('people who left and guests from outside are known by name but are not staff', () => {
  const user = { ID: '13', NAME: 'Анна', LAST_NAME: 'Серова', ACTIVE: true, UF_DEPARTMENT: [4], USER_TYPE: 'employee' }
  expect(indexUser(user)).toMatchObject({ id: 13, name: 'Анна', departmentIds: '[4]', active: 1 })
  expect(indexUser({ ...user, ACTIVE: false })).toMatchObject({ active: 0 })
  expect(indexUser({ ...user, USER_TYPE: 'extranet' })).toMatchObject({ active: 0 })
  expect(indexDepartment({ ID: '4', NAME: 'Логистика', PARENT: '1', UF_HEAD: '0' })).toEqual({
    id: 4,
    name: 'Логистика',
    parentId: 1,
    headId: null,
  })
})

test('the VAT of a payment form is its code or the end of it', () => {
  expect(vatOfPaymentForm('22')).toBe('22')
  expect(vatOfPaymentForm('second:none')).toBe('none')
  expect(vatOfPaymentForm('a1b2c3')).toBeNull()
  expect(vatOfPaymentForm(null)).toBeNull()
})

test('an item without an id is no row, and hostile values are only missing ones', () => {
  const index = { request: indexRequest, order: indexOrder, offer: indexOffer, carrier: indexCarrier }
  for (const name of PROCESS_NAMES) expect(index[name]({ title: 'x' }, map, find)).toBeNull()
  const values = fc.record(
    Object.fromEntries(
      ['id', 'title', 'stageId', 'companyId', 'contactIds', 'createdTime', 'updatedTime', 'fm'].map((key) => [
        key,
        fc.anything(),
      ]),
    ),
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...PROCESS_NAMES),
      values,
      fc.array(fc.anything(), { maxLength: 90 }),
      (name, standard, raw) => {
        const own = DICTIONARY[name].fields.map((field, index) => [field.code, raw[index]] as const)
        const item = portalItem(map, name, Object.fromEntries(own), { ...standard, id: 5 })
        const row = index[name](item, map, find)
        expect(row).not.toBeNull()
        // What cannot be written to SQLite would only fail later.
        const flat = Object.values(name === 'carrier' ? (row as { carrier: object }).carrier : row!)
        expect(flat.every((value) => value === null || typeof value === 'string' || Number.isFinite(value))).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})
