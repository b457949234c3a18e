import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { VAT_CODES } from '../../../contract/codes.ts'
import { vatOfWords } from '../../../server/portal/guess/vat-words.ts'
import { moneyOfWords, wordsOfMoney } from '../../../server/portal/money-words.ts'

test.each([
  ['85 000 руб. с НДС', 8_500_000],
  ['85000 руб без НДС', 8_500_000],
  ['85.000 р', 8_500_000],
  ['85,5 т.р. с НДС', 8_550_000],
  ['85 т.р', 8_500_000],
  ['85 тыс. руб.', 8_500_000],
  ['85к', 8_500_000],
  ['85к+ндс', 8_500_000],
  ['1 200,50', 120_050],
  ['с НДС 22% 90 000', 9_000_000],
  ['90000 с НДС 20%', 9_000_000],
  ['1,2 млн', 120_000_000],
])('«%s» is %i kopecks', (text, minor) => {
  expect(moneyOfWords(text)).toEqual({ minor, currency: 'RUB' })
})

test('another currency is kept as it is named', () => {
  expect(moneyOfWords('1 500 $')).toEqual({ minor: 150_000, currency: 'USD' })
  expect(moneyOfWords('250 000 тенге')).toEqual({ minor: 25_000_000, currency: 'KZT' })
})

test.each(['', 'договорная', '55 руб/км', '85 000 или 90 000', '0 руб.', 'с НДС 22%'])('«%s» is no sum', (text) => {
  expect(moneyOfWords(text)).toBeNull()
})

test('what we write in words is read back to the kopeck, with its VAT', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), fc.constantFrom(...VAT_CODES), (minor, vat) => {
      const words = wordsOfMoney({ minor, currency: 'RUB' }, vat)
      expect([moneyOfWords(words), vatOfWords(words)]).toEqual([{ minor, currency: 'RUB' }, vat])
    }),
  )
})

test.each([
  ['УСН, НДС 5% — ООО «Могутин Экспресс»', '5'],
  ['Безнал с НДС 20% (до 2026)', '20'],
  ['22% НДС', '22'],
  ['Межд., ставка 0%', '0'],
  ['ИП на УСН', 'none'],
  ['безнал без НДС', 'none'],
  ['Нал / на карту', 'cash'],
  ['безнал', null],
  ['налог', null],
  ['НДС 13%', null],
])('«%s» says %s of VAT', (text, vat) => {
  expect(vatOfWords(text)).toBe(vat)
})

test('«с НДС» alone is the general rate of its day', () => {
  expect(vatOfWords('80 000 с НДС', '2025-12-31')).toBe('20')
  expect(vatOfWords('80 000 с НДС', '2026-01-01T00:00:00Z')).toBe('22')
})
