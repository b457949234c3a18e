import { expect, test } from 'vitest'
import { money, roundMoney, weight } from '../../../../../widgets/shared/sentences/numbers.ts'
import { treatmentText, vatText } from '../../../../../widgets/shared/sentences/rate.ts'

const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ')

test('roubles stand after the figure in both languages, kopecks only where there are some', () => {
  expect(plain(money('ru', { minor: 8_500_000, currency: 'RUB' }))).toBe('85 000 ₽')
  expect(plain(money('ru', { minor: 11_450_050, currency: 'RUB' }))).toBe('114 500,50 ₽')
  expect(plain(money('en', { minor: 8_500_000, currency: 'RUB' }))).toBe('85,000 ₽')
  expect(plain(money('en', { minor: 120_000, currency: 'EUR' }))).toBe('€1,200')
})

test('a median is shown to the rouble', () => {
  expect(plain(roundMoney('ru', 9_012_349, 'RUB'))).toBe('90 100 ₽')
})

test('kilograms become tonnes where a logist would say tonnes', () => {
  expect([800, 1000, 1500, 20_000].map((kg) => plain(weight('ru', kg)))).toEqual(['800 кг', '1 т', '1,5 т', '20 т'])
})

test('an unknown VAT treatment is not read as «без НДС»', () => {
  expect(vatText('ru', null)).toBe('НДС не указан')
  expect(vatText('ru', 'none')).toBe('без НДС')
  expect(vatText('en', '22')).toBe('incl. VAT 22%')
  expect(treatmentText('ru', '22')).toBe('с НДС 22 %')
  expect(treatmentText('ru', 'как записано')).toBe('как записано')
})
