import { assert as always, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { VAT_CODES } from '../../../contract/codes.ts'
import { EXPENSE_KINDS } from '../../../contract/profit.ts'
import { formatExpense } from '../../../server/profit/format-expense.ts'
import { readExpense } from '../../../server/profit/read-expense.ts'

test('an expense that is written into the card is read back the same', () => {
  const line = record({
    kind: constantFrom(...EXPENSE_KINDS),
    minor: integer({ min: 0, max: 99_999_999_999 }),
    currency: constantFrom('RUB', 'USD', 'KZT'),
    vat: constantFrom(...VAT_CODES, null),
    phase: constantFrom('planned' as const, 'actual' as const),
    direction: constantFrom('in' as const, 'out' as const),
  })
  always(
    property(line, constantFrom('', 'сутки; на выгрузке', 'Химки'), (one, comment) => {
      expect(readExpense(formatExpense(one, comment))).toMatchObject({ line: one, comment })
    }),
  )
})

test('a fine of a carrier is a fine, and a leg is a carriage', () => {
  expect(readExpense('штраф перевозчику; 3000; none').line?.kind).toBe('fine')
  expect(readExpense('второе плечо; 30000; 22').line?.kind).toBe('carriage')
})
