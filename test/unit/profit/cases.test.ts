import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { HyperFormula } from 'hyperformula'
import { expect, test } from 'vitest'
import { compare } from '../../../cli/eval/profit/compare.ts'
import { figuresOf } from '../../../cli/eval/profit/figures.ts'
import { readCases } from '../../../cli/eval/profit/read-cases.ts'

const files = ['cases.tsv', 'cases-prices.tsv'].map((name) => fileURLToPath(new URL(name, import.meta.url)))
/** Awkward ones, worked by hand: no formula stands beside them. */
const awkward = fileURLToPath(new URL('cases-awkward.tsv', import.meta.url))
const read = [...files, awkward].map((file) => readCases(file))

test('every worked case can be read, and there are more than a hundred', () => {
  expect(read.flatMap(({ skipped }) => skipped)).toEqual([])
  expect(read.flatMap(({ cases }) => cases).length).toBeGreaterThan(100)
})

test('no column of theirs is left unread', () => {
  expect(read.flatMap(({ unread }) => unread)).toEqual([])
})

test.each(read.flatMap(({ cases }) => cases.map((one) => [one.name, one] as const)))('%s', (_name, one) => {
  expect(compare(figuresOf(one), one.expected)).toEqual([])
})

test('a spreadsheet that evaluates the arithmetic written beside each case finds the same margin', () => {
  const worked = files.flatMap((file) => {
    const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
    const column = (name: string) => header.split('\t').indexOf(name)
    return lines
      .map((line) => line.split('\t'))
      .map((cells) => ({ margin: cells[column('net_margin')], arithmetic: cells[column('arithmetic')]! }))
      .filter(({ margin }) => margin)
  })
  expect(worked.length).toBeGreaterThan(60)
  const sheet = HyperFormula.buildFromArray(
    worked.map(({ arithmetic }) => [arithmetic]),
    // Fewer places would round sums of a hundred thousand to ten kopecks.
    { licenseKey: 'gpl-v3', precisionRounding: 12 },
  )
  const margins = worked.map((_, row) => Number(sheet.getCellValue({ sheet: 0, row, col: 0 })).toFixed(2))
  expect(margins).toEqual(worked.map(({ margin }) => margin))
})
