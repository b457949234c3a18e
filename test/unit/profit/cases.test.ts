import { fileURLToPath } from 'node:url'
import { HyperFormula } from 'hyperformula'
import { expect, test } from 'vitest'
import { compare } from '../../../cli/eval/profit/compare.ts'
import { readCases } from '../../../cli/eval/profit/read-cases.ts'
import { tripProfit } from '../../../server/profit/trip-profit.ts'
import { readFileSync } from 'node:fs'

const file = fileURLToPath(new URL('cases.tsv', import.meta.url))
const { cases, skipped } = readCases(file)
const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
const column = (name: string) => header.split('\t').indexOf(name)

test('every worked case can be read, and there are more than forty', () => {
  expect(skipped).toEqual([])
  expect(cases.length).toBeGreaterThan(40)
})

test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { trip, settings, expected }) => {
  expect(compare(tripProfit(trip, settings), expected).misses).toEqual([])
})

test('a spreadsheet that evaluates the arithmetic written beside each case finds the same margin', () => {
  const known = lines.map((line) => line.split('\t')).filter((cells) => cells[column('state')] === 'known')
  const sheet = HyperFormula.buildFromArray(
    known.map((cells) => [cells[column('arithmetic')]!]),
    { licenseKey: 'gpl-v3', precisionRounding: 6 },
  )
  const margins = known.map((_, row) => Number(sheet.getCellValue({ sheet: 0, row, col: 0 })).toFixed(2))
  expect(margins).toEqual(known.map((cells) => cells[column('net_margin')]))
})
