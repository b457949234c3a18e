import { expect, test } from 'vitest'
import { emptyRow, rowsOf, sentRows } from '../../../../widgets/profitability/expense-rows.ts'

const row = (sum: string) => ({ ...emptyRow(), sum, vat: 'none' as const })

test.each([
  ['3500', { minor: 350_000, currency: 'RUB' }],
  ['3 500,5 ₽', { minor: 350_050, currency: 'RUB' }],
  ['150 USD', { minor: 15_000, currency: 'USD' }],
  ['80.25 eur', { minor: 8025, currency: 'EUR' }],
])('%s is sent as the sum and the currency it says', (sum, line) => {
  expect(sentRows([row(sum)]).expenses).toMatchObject([{ line }])
})

test.each(['', 'много', '150 долларов', '-3500', '3500,505'])('«%s» is no sum, and its row is named', (sum) => {
  expect(sentRows([row('1'), row(sum)])).toEqual({ expenses: null, wrong: 1 })
})

test('what stands in the card comes into the form and goes back the same', () => {
  const line = { kind: 'terminal', minor: 15_050, vat: '0', phase: 'planned', direction: 'out' } as const
  const expenses = [
    { text: 'терминал; 150.50 USD; 0; planned; порт', line: { ...line, currency: 'USD' }, comment: 'порт' },
    { text: 'терминал; 150.50; 0; planned', line: { ...line, currency: 'RUB' }, comment: '' },
    { text: 'что-то; неясно', line: null, comment: '' },
  ]
  const sent = sentRows(rowsOf(expenses)).expenses
  expect(sent).toEqual([
    { line: expenses[0]!.line, comment: 'порт' },
    { line: expenses[1]!.line, comment: '' },
    { text: 'что-то; неясно' },
  ])
})
