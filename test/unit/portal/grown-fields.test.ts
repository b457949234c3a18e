import { expect, test } from 'vitest'
import { indexOffer } from '../../../server/sync/indexers/offer.ts'
import { createItemReader } from '../../../server/sync/indexers/item-reader.ts'
import { stageCode, type MappedField, type MappedProcess } from '../../../server/portal/schema-map.ts'
import { writeFields } from '../../../server/portal/written-values.ts'
import { defaultMap } from '../../support/fake-portal.ts'

const grown = (name: string, type: string, more: Partial<MappedField> = {}): MappedField => ({
  name,
  type,
  multiple: false,
  label: name,
  ...more,
})
const offer: MappedProcess = {
  ...defaultMap().processes.offer,
  fields: {
    RATE: grown('UF_RATE', 'string'),
    CAPACITY_KG: grown('UF_TONNES', 'double', { times: 1000 }),
    PAYMENT_FORM: grown('UF_FORM', 'enumeration', {
      elements: { '3:22': 11, none: 13 },
      meanings: { '11': '3:22', '12': '3:22', '13': 'none' },
    }),
    AVAILABLE_FROM_AT: grown('UF_FROM', 'date'),
    TERM_BANK_DAYS: grown('UF_BANK', 'enumeration', {
      elements: { yes: 21, no: 22 },
      meanings: { '21': 'yes', '22': 'no' },
    }),
    BODY: grown('UF_BODY', 'string'),
    SOURCE: grown('UF_SOURCE', 'enumeration', { elements: { call: 31 }, meanings: { '31': 'call' } }),
    TERM_DAYS: grown('UF_DAYS', 'string'),
  },
}
const map = { ...defaultMap(), processes: { ...defaultMap().processes, offer } }

test('an offer of a grown portal is read: money and VAT from words, tonnes, days, its own lists', () => {
  const row = indexOffer(
    {
      id: 7,
      createdTime: '2025-03-01T10:00:00+03:00',
      UF_RATE: '85 000 руб. с НДС',
      UF_TONNES: 20.4,
      UF_FORM: false,
      UF_FROM: '2026-03-02T00:00:00+03:00',
      UF_BANK: 21,
      UF_BODY: 'Реф 20т',
      UF_SOURCE: 31,
      UF_DAYS: '14 дней',
    },
    map,
    () => null,
  )
  expect(row).toMatchObject({
    rateMinor: 8_500_000,
    rateCurrency: 'RUB',
    vat: '20',
    capacityKg: 20_400,
    availableFromAt: '2026-03-01T21:00:00.000Z',
    termBankDays: 1,
    body: 'reefer',
    source: 'call',
    termDays: 14,
  })
})

test('several elements of one meaning read alike, and one of them is written', () => {
  const read = (element: number) =>
    createItemReader({ UF_FORM: element }, offer).vatOfForm('PAYMENT_FORM', 'RATE', null)
  expect([read(11), read(12), read(13), read(14)]).toEqual(['22', '22', 'none', null])
})

test('what we write stands as people of that portal would have typed it', () => {
  expect(
    writeFields(offer, {
      RATE: { minor: 8_750_000, currency: 'RUB' },
      PAYMENT_FORM: '3:22',
      CAPACITY_KG: 20_400,
      AVAILABLE_FROM_AT: '2026-03-01T21:00:00.000Z',
      TERM_BANK_DAYS: true,
      BODY: 'reefer',
      SOURCE: 'form',
    }),
  ).toEqual({
    UF_RATE: '87 500 руб. с НДС 22%',
    UF_FORM: 11,
    UF_TONNES: 20.4,
    UF_FROM: '2026-03-02',
    UF_BANK: 21,
    UF_BODY: 'рефрижератор',
  })
})

test('one of our stages may be several of the portal’s', () => {
  const process = { ...offer, stageMeanings: { 'DT1_2:NEW': 'DOCUMENTS', 'DT1_2:UC_1': 'DOCUMENTS' } }
  expect([stageCode(process, 'DT1_2:NEW'), stageCode(process, 'DT1_2:UC_1'), stageCode(process, 'DT1_2:UC_2')]).toEqual(
    ['DOCUMENTS', 'DOCUMENTS', 'UC_2'],
  )
})
