import { assert as always, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { readExpense } from '../../../server/profit/read-expense.ts'

test.each([
  [
    'простой; 5000; none; actual; сутки на выгрузке',
    { kind: 'downtime', minor: 500_000, vat: 'none', phase: 'actual', direction: 'out' },
  ],
  ['платная дорога; 1 250,50; 22; planned', { kind: 'toll', minor: 125_050, vat: '22', phase: 'planned' }],
  ['растентовка; 3000 ₽; cash; факт', { kind: 'loading', minor: 300_000, vat: 'cash', phase: 'actual' }],
  ['штраф клиента; 10000; none; actual нам', { kind: 'fine', direction: 'in' }],
  ['страхование; 2000; ; planned', { kind: 'insurance', vat: null }],
  ['что-то новое; 700; 5; planned', { kind: 'other', vat: '5' }],
  ['терминал; 150 USD; 0; planned', { kind: 'terminal', minor: 15_000, currency: 'USD', vat: '0' }],
  ['терминал; 80,5 €; 0; planned', { minor: 8050, currency: 'EUR' }],
  ['простой; 5000 руб.; none; actual', { minor: 500_000, currency: 'RUB' }],
])('%s is understood', (text, line) => {
  expect(readExpense(text).line).toMatchObject(line)
})

test.each([
  '',
  'простой',
  'простой; много; none',
  'простой; -5000; none',
  'простой; 5e9; none',
  'простой; 5 тыщ; none',
])('%j has no sum that can be counted, and its text is kept', (text) => {
  expect(readExpense(text)).toMatchObject({ text, line: null })
})

test('whatever is typed is read or left, never an exception', () => {
  always(
    property(string(), (text) => {
      expect(readExpense(text).text).toBe(text)
    }),
  )
})
