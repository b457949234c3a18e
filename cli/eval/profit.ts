import { fileURLToPath } from 'node:url'
import { tripProfit } from '../../server/profit/trip-profit.ts'
import type { EvalResult } from './evaluation.ts'
import { CASE_COLUMNS, readCases } from './profit/read-cases.ts'
import { compare } from './profit/compare.ts'
import { reportSkipped } from './read-tsv.ts'

/** The worked checks that come with the project, the arithmetic of each written out beside it. */
const SHIPPED = fileURLToPath(new URL('../../test/unit/profit/cases.tsv', import.meta.url))

/**
 * Calculates the trips of a file and compares what the file expects of them: sums to the kopeck, shares to a hundredth
 * of a per cent. Without a file the shipped checks are calculated.
 */
export function evaluateProfit(args: string[]): EvalResult {
  if (args.includes('--help')) {
    console.log(help())
    return { ok: true }
  }
  const { cases, skipped } = readCases(args[0] ?? SHIPPED)
  reportSkipped(skipped)
  const rows: Record<string, string>[] = []
  let right = 0
  let wrong = 0
  for (const one of cases) {
    const profit = tripProfit(one.trip, one.settings)
    const { figures, misses } = compare(profit, one.expected)
    const isChecked = Object.keys(one.expected).length > 0
    if (isChecked && misses.length > 0) wrong += 1
    else if (isChecked) right += 1
    rows.push({ case: one.name, ...figures, ...(misses.length ? { wrong: misses.join('; ') } : {}) })
  }
  console.table(rows)
  const n = cases.length
  return { ok: wrong === 0 && skipped.length === 0 && n > 0, n, right, wrong, skipped: skipped.length }
}

function help(): string {
  const lines = Object.entries(CASE_COLUMNS).map(([name, { about }]) => `  ${name.padEnd(17)} ${about}`)
  return [
    'npm run eval -- profit [FILE.tsv]: UTF-8, tabs, a header with any of these columns in any order.',
    'Roubles have a decimal dot. An empty cell is "not stated". Lists are separated by semicolons.',
    ...lines,
  ].join('\n')
}
