import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { compare } from '../../../../cli/eval/profit/compare.ts'
import { figuresOf } from '../../../../cli/eval/profit/figures.ts'
import { readCases } from '../../../../cli/eval/profit/read-cases.ts'

const folder = mkdtempSync(join(tmpdir(), 'reis-profit-'))
afterAll(() => rmSync(folder, { recursive: true }))

const HEADER = 'case\tdate\town\tclient\tclient_vat\tcarrier\tcarrier_vat\tnet_margin'
const ROW = 'a\t2026-03-03\tgeneral\t122000\t22\t90000\tnone\t10000.00'

function read(text: string) {
  const path = join(folder, 'cases.tsv')
  writeFileSync(path, text)
  return readCases(path)
}

test('a file that a spreadsheet has saved, with its mark and its line ends, is read', () => {
  const { cases, skipped, unread } = read(`\uFEFF${HEADER}\r\n${ROW}\r\n\r\n`)
  expect({ skipped, unread }).toEqual({ skipped: [], unread: [] })
  expect(cases.map((one) => compare(figuresOf(one), one.expected))).toEqual([[]])
})

test('a column that means nothing is named: a misspelt expectation would never be checked', () => {
  expect(read(`${HEADER}\tnet_magrin\n${ROW}\t1\n`)).toMatchObject({ unread: ['net_magrin'], cases: [{ name: 'a' }] })
})

test.each(['case\tdate\town\tclient\n', '', 'client;carrier\n1;2\n', `${HEADER}\tcost\n`])(
  'a header that cannot be used is said to be wrong: %j',
  (text) => {
    expect(() => read(text)).toThrow(/header/)
  },
)

test.each([
  ['122000', '122 000'],
  ['122000', 'twelve'],
  ['122000', '122000,50'],
  ['2026-03-03', '2026-02-30'],
  ['2026-03-03', '03.03.2026'],
  ['\t22\t', '\t21\t'],
  ['general', 'ООО'],
  ['90000', '1e5'],
])('a row with %j made %j is left out, and its line is told', (was, is) => {
  const { cases, skipped } = read(`${HEADER}\n${ROW}\n${ROW.replace(was, is)}\n`)
  expect(cases).toHaveLength(1)
  expect(skipped).toHaveLength(1)
  expect(skipped[0]!.line).toBe(3)
})
