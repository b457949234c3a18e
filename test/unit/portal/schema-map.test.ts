import { expect, test } from 'vitest'
import { boundPlacements, placementOf } from '../../../server/portal/placements.ts'
import {
  elementCode,
  elementId,
  readField,
  selectOf,
  semanticsOf,
  stageCode,
} from '../../../server/portal/schema-map.ts'
import { moneyText, writeFields } from '../../../server/portal/written-values.ts'
import { element, fittedMap, portalItem } from '../../support/portal-items.ts'

const map = fittedMap()
const { request, offer } = map.processes

test('a field is read by our code, whatever the portal calls it', () => {
  const item = portalItem(map, 'request', { CARGO: 'сахар' })
  expect(readField(item, request, 'CARGO')).toBe('сахар')
  expect(readField(item, request, 'NO_SUCH_FIELD')).toBeUndefined()
})

test('elements and stages are translated both ways; what is not known is said to be so', () => {
  const reefer = element(map, 'offer', 'BODY', 'reefer')
  expect(elementCode(offer, 'BODY', String(reefer))).toBe('reefer')
  expect(elementId(offer, 'BODY', 'reefer')).toBe(reefer)
  expect(elementCode(offer, 'BODY', 999_999)).toBeNull()
  expect(elementCode(offer, 'BODY', false)).toBeNull()
  expect(elementId(offer, 'BODY', 'toString')).toBeNull()
  expect(stageCode(request, request.stages.SEARCH)).toBe('SEARCH')
  expect(stageCode(request, 'DT1036_10:UC_ABC')).toBe('UC_ABC')
  expect(stageCode(request, null)).toBe('')
  expect(semanticsOf(request, request.stages.WON)).toBe('S')
  expect(semanticsOf(request, 'DT1036_10:UC_ABC')).toBe('P')
})

test('values are written in the portal’s spelling, and only those the portal keeps', () => {
  const { DRIVER_NAME: _removed, ...fields } = offer.fields
  const written = writeFields(
    { ...offer, fields },
    {
      RATE: { minor: 9_850_050, currency: 'RUB' },
      TERM_BANK_DAYS: true,
      BODY: 'tent',
      CARRIER: 12,
      AVAILABLE_FROM_AT: '2026-11-24T06:00:00.000Z',
      DRIVER_NAME: 'Пётр',
      COMMENT: null,
      SOURCE: undefined,
    },
  )
  expect(written).toEqual({
    UF_CRM_7_RATE: '98500.50|RUB',
    UF_CRM_7_TERM_BANK_DAYS: 'Y',
    UF_CRM_7_BODY: element(map, 'offer', 'BODY', 'tent'),
    UF_CRM_7_CARRIER: 12,
    UF_CRM_7_AVAILABLE_FROM_AT: '2026-11-24T06:00:00+00:00',
    UF_CRM_7_COMMENT: '',
  })
})

test('a value its field cannot hold is refused by the field’s name instead of being lost', () => {
  expect(() => writeFields(offer, { BODY: 'submarine' })).toThrow(/BODY/)
  expect(() => writeFields(offer, { RATE: 'много' })).toThrow(/RATE/)
  expect(() => writeFields(offer, { TERM_DAYS: Number.NaN })).toThrow(/TERM_DAYS/)
  expect(() => writeFields(offer, { VALID_UNTIL_AT: 'завтра' })).toThrow(/VALID_UNTIL_AT/)
  expect(writeFields(request, { EXCLUDED_CARRIERS: [12, 13] })).toEqual({ UF_CRM_5_EXCLUDED_CARRIERS: [12, 13] })
})

test('money keeps its kopecks', () => {
  expect(moneyText({ minor: 5, currency: 'RUB' })).toBe('0.05|RUB')
  expect(moneyText({ minor: 1_234_567_890, currency: 'KZT' })).toBe('12345678.90|KZT')
})

test('licences, phones of drivers and street addresses are never fetched in bulk', () => {
  const order = selectOf(map, 'order')
  expect(order.filter((name) => /LICENCE|DRIVER_PHONE|ADDRESS/.test(name))).toEqual([])
  expect(order).toEqual(expect.arrayContaining(['UF_CRM_6_CARRIER_RATE', 'parentId2', 'parentId1036', 'updatedTime']))
})

test('placements carry this portal’s type ids and our own address', () => {
  const bound = boundPlacements(map, 'https://reis.example.ru')
  expect(bound).toContainEqual({
    code: 'CRM_DYNAMIC_1036_DETAIL_TAB',
    listedAs: 'CRM_DYNAMIC_{request}_DETAIL_TAB',
    handler: 'https://reis.example.ru/w/carriers',
    titles: { ru: 'Перевозчики', en: 'Carriers' },
    options: {},
    scope: null,
  })
  expect(bound.map((one) => one.code)).not.toContain('DEFAULT')
  expect(placementOf('CRM_DYNAMIC_1040_DETAIL_TAB', 'carriers', map)?.widget).toBe('carriers')
  expect(placementOf('CRM_DYNAMIC_9999_DETAIL_TAB', 'carriers', map)).toBeNull()
})
