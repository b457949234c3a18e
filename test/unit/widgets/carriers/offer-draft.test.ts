import { expect, test } from 'vitest'
import { offerInput } from '../../../../contract/actions.ts'
import { firstDraft, type OfferDraft, toOfferInput } from '../../../../widgets/carriers/offer-draft.ts'
import { moscowKazan } from '../../../support/widget-fixture/answers.ts'
import { suitableCarriers } from '../../../support/widget-fixture/carriers.ts'

const now = new Date('2025-11-23T09:00:00Z')
const [volga, safin, magistral] = suitableCarriers(now)
const target = { key: 'a'.repeat(32), load: moscowKazan(now), companyId: 501, now }
const typed = (change: Partial<OfferDraft>): OfferDraft => ({ ...firstDraft(volga!, now), rate: '85к', ...change })
const errorsOf = (change: Partial<OfferDraft>) => toOfferInput(typed(change), target).errors

test('a form starts with what the carrier usually says', () => {
  expect(firstDraft(volga!, now)).toMatchObject({
    vat: '22',
    body: 'tent',
    capacityTonnes: '20',
    vehiclePlate: 'А123ВС 716',
  })
  expect(firstDraft(safin!, now)).toMatchObject({ vat: 'none', availableFromOn: '2025-11-25' })
  expect(firstDraft(magistral!, now), 'two trucks: nobody knows which').toMatchObject({
    body: null,
    capacityTonnes: '',
  })
})

test('a filled form sends what the server accepts', () => {
  const { input } = toOfferInput(
    typed({
      termEvent: 'originals',
      termDays: '14',
      prepayPercent: '30',
      validUntilOn: '2025-11-24',
      comment: '  ждёт до вечера ',
    }),
    target,
  )
  expect(offerInput.parse(input)).toMatchObject({
    rate: { minor: 8_500_000, currency: 'RUB' },
    vat: '22',
    term: { event: 'originals', days: 14, bankDays: true, prepayPercent: 30 },
    capacityKg: 20_000,
    trailerPlate: null,
    comment: 'ждёт до вечера',
  })
  expect(new Date(input!.validUntilAt!).getTime()).toBeGreaterThan(new Date('2025-11-24T12:00:00Z').getTime())
})

test('a term nobody spoke of sends none', () => {
  expect(toOfferInput(typed({ termDays: '14' }), target).input!.term).toBeNull()
})

test('thousands typed without «к» are asked about, never guessed', () => {
  expect(errorsOf({ rate: '85' })).toEqual(['small'])
  expect(toOfferInput(typed({ rate: '85' }), target).input).toBeNull()
})

test('each wrong field is named', () => {
  expect(errorsOf({ rate: 'дорого' })).toEqual(['rate'])
  expect(errorsOf({ vat: null })).toEqual(['vat'])
  expect(errorsOf({ capacityTonnes: '20т' })).toEqual(['capacity'])
  expect(errorsOf({ capacityTonnes: '0' })).toEqual(['capacity'])
  expect(errorsOf({ termEvent: 'scan', termDays: '1,5' })).toEqual(['days'])
  expect(errorsOf({ termEvent: 'scan', prepayPercent: '101' })).toEqual(['prepay'])
  expect(errorsOf({ validUntilOn: '2025-11-22' })).toEqual(['until'])
  expect(errorsOf({ validUntilOn: '2025-11-23' }), 'today still holds').toBeNull()
  expect(errorsOf({ rate: '', vat: null })).toEqual(['rate', 'vat'])
})
