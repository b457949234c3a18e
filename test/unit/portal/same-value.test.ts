import { expect, test } from 'vitest'
import { isSameValue } from '../../../server/portal/same-value.ts'

test.each([
  ['85000|RUB', '85000.00|RUB'],
  ['2026-12-01T00:00:00+03:00', '2026-12-01'],
  ['2026-12-01T12:00:00+03:00', '2026-12-01T09:00:00+00:00'],
  ['15', 15],
  ['CO_15', 15],
  [20.5, '20.50'],
  ['1', 1],
  [null, ''],
  [false, ''],
  [[], ''],
  ['Y', true],
  ['N', false],
  [
    ['а', 'б'],
    ['а', 'б'],
  ],
  [' Трубы ', 'Трубы'],
])('%j as the portal shows it is %j as it was written', (shown, written) => {
  expect(isSameValue(shown, written)).toBe(true)
})

test.each([
  ['85000|RUB', '85000.01|RUB'],
  ['85000|RUB', '85000.00|EUR'],
  ['2026-12-02T00:00:00+03:00', '2026-12-01'],
  ['15', 16],
  ['0', ''],
  [
    ['б', 'а'],
    ['а', 'б'],
  ],
  ['Кирпич', 'Трубы'],
])('%j is another value than %j', (shown, written) => {
  expect(isSameValue(shown, written)).toBe(false)
})
