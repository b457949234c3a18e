import { describe, expect, test } from 'vitest'
import * as cast from '../../../../sandbox/seeds/cast.ts'
import { makeMogutin } from '../../../../sandbox/seeds/mogutin.ts'
import { makeSmall } from '../../../../sandbox/seeds/small.ts'
import { CARRIER, COMPANY, DEAL, ORDER, ReadSeed, REQUEST, TODAY } from './read-seed.ts'

describe.each([
  ['mogutin', new ReadSeed(makeMogutin({ today: TODAY, scale: 0.2 }))],
  ['small', new ReadSeed(makeSmall({ today: TODAY, scale: 1 }))],
] as const)('cast of %s', (name, read) => {
  const request = (id: number) => read.get(REQUEST, id)
  const baseOf = (companyId: number) => read.of(CARRIER).find(({ fields }) => fields.companyId === companyId)

  test('everyone of the cast works here, heads lead their departments', () => {
    const ids = read.seed.users.map((user) => user.id)
    for (const id of Object.values(cast.CAST)) expect(ids).toContain(id)
    for (const { headId } of read.seed.departments) expect(ids).toContain(headId)
    expect(read.seed.users.find((user) => user.id === cast.CAST.admin)?.isAdmin).toBe(true)
  })

  test('the demonstration request asks for a 20-tonne tent from Москва to Казань tomorrow', () => {
    const demo = request(cast.DEMO_REQUEST_ID)
    expect(read.stage(demo)).toBe('SEARCH')
    expect([read.text(demo, 'LOAD_PLACE'), read.text(demo, 'UNLOAD_PLACE')]).toEqual(['г. Москва', 'Казань'])
    expect([read.raw(demo, 'WEIGHT_KG'), read.raw(demo, 'VOLUME_M3')]).toEqual([20000, 82])
    expect([read.codes(demo, 'BODY'), read.codes(demo, 'LOADING')]).toEqual([['tent'], ['rear', 'side']])
    expect(read.text(demo, 'LOAD_FROM_AT')).toMatch(/^2026-11-24T/)
    expect(demo.fields).toMatchObject({ parentId2: cast.PERMANENT_DEAL_ID, companyId: cast.PERMANENT_CLIENT_ID })
  })

  test('many carriers have driven the demonstration lane', () => {
    const trips = read.of(ORDER).filter(({ fields }) => /: Москва — Казань, /.test(String(fields.title)))
    const carriers = new Set(trips.map((trip) => read.raw(trip, 'CARRIER')))
    expect(carriers.size).toBeGreaterThan(name === 'small' ? 5 : 15)
    expect(carriers).toContain(cast.CARRIERS.volgaTrans)
    expect(carriers).toContain(cast.CARRIERS.sidorov)
  })

  test('ИП Сидоров has four trips on the demonstration lane at least, the last nine days ago', () => {
    const { sidorov } = cast.CARRIERS
    const history = [14, 15, 16, 17].map((id) => read.get(ORDER, id))
    expect(history.map((order) => [read.stage(order), read.raw(order, 'CARRIER')])).toEqual(
      history.map(() => ['DONE', sidorov]),
    )
    expect(read.text(history[0]!, 'LOAD_FROM_AT')).toMatch(/^2026-11-14T/)
  })

  test('the demonstration order belongs to the permanent client and has no carrier yet', () => {
    const order = read.get(ORDER, cast.DEMO_ORDER_ID)
    expect(order.fields).toMatchObject({ parentId2: cast.PERMANENT_DEAL_ID, companyId: cast.PERMANENT_CLIENT_ID })
    expect([read.stage(order), read.raw(order, 'CARRIER')]).toEqual(['DOCUMENTS', undefined])
    expect(read.get(DEAL, cast.PERMANENT_DEAL_ID).fields.companyId).toBe(cast.PERMANENT_CLIENT_ID)
  })

  test('the special requests are what their names say', () => {
    expect(read.text(request(cast.AMBIGUOUS_REQUEST_ID), 'LOAD_PLACE')).toBe('Ростов')
    expect(read.codes(request(cast.ADR_REQUEST_ID), 'ADR')).toEqual(['3'])
    expect(read.codes(request(cast.REEFER_REQUEST_ID), 'BODY')).toEqual(['reefer'])
    expect(read.raw(request(cast.REEFER_REQUEST_ID), 'TEMP_TO_C')).toBe(-18)
    expect(read.raw(request(cast.STOPS_REQUEST_ID), 'EXTRA_STOPS')).toEqual([
      'load; МО Ногинск; 2026-11-25T13:00+03:00/2026-11-25T17:00+03:00',
      'unload; Н.Новгород (Кстово); 2026-11-26T09:00+03:00/2026-11-26T12:00+03:00',
      'unload; г. Чебоксары; 2026-11-26T15:00+03:00/2026-11-26T18:00+03:00',
    ])
    expect(read.raw(request(cast.OVERSIZE_REQUEST_ID), 'WIDTH_M')).toBe(3)
    expect(read.raw(request(cast.PART_LOAD_REQUEST_ID), 'PART_LOAD')).toBe('Y')
    expect(read.text(request(cast.UNKNOWN_PLACE_REQUEST_ID), 'LOAD_PLACE')).toBe('Белый Раст')
    expect(read.raw(request(cast.EXCLUSIONS_REQUEST_ID), 'EXCLUDED_CARRIERS')).toContain(cast.CARRIERS.sidorov)
    expect(read.stage(request(cast.WON_REQUEST_ID))).toBe('WON')
  })

  test('the special carriers are what their names say', () => {
    const { kamskiyPut, zavolzhye, molchanov, himtrans, okaExpress, dorogin, severnyTent } = cast.CARRIERS
    expect(read.codes(baseOf(kamskiyPut)!, 'STATE')).toEqual(['stop'])
    expect(read.codes(baseOf(zavolzhye)!, 'STATE')).toEqual(['paused'])
    expect(read.raw(baseOf(zavolzhye)!, 'PAUSED_UNTIL')).toBe('2026-12-07')
    expect(read.codes(baseOf(himtrans)!, 'ADR')).toEqual(['3', '8', '9'])
    expect(read.raw(baseOf(dorogin)!, 'DO_NOT_USE')).toBe('Y')
    expect(read.raw(baseOf(severnyTent)!, 'OPTED_OUT_ON')).toBeDefined()
    expect(baseOf(okaExpress)).toBeUndefined()
    const phones = read.get(COMPANY, molchanov).fields.fm as { typeId: string }[]
    expect(phones.filter((one) => one.typeId === 'PHONE')).toEqual([])
  })

  test('a hostile name is met only where tests expect it', () => {
    const names = read.of(COMPANY).map(({ fields }) => String(fields.title))
    expect(names.filter((title) => title.includes('<b>'))).toEqual(name === 'small' ? [`<b>"Рога" & 'копыта'</b>`] : [])
  })
})

test('the cast has the same ids at every scale', () => {
  const [one, three] = [1, 3].map((scale) => new ReadSeed(makeSmall({ today: TODAY, scale })))
  for (const id of Object.values(cast.CARRIERS)) {
    expect(three?.get(COMPANY, id).fields.title).toBe(one?.get(COMPANY, id).fields.title)
  }
  expect(three?.get(REQUEST, cast.DEMO_REQUEST_ID).fields.title).toBe('Москва — Казань, 20 т')
})
