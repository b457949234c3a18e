import { fileURLToPath } from 'node:url'
import type { EvalResult } from './evaluation.ts'
import { CASE_COLUMNS, readCases } from './profit/read-cases.ts'
import { compare } from './profit/compare.ts'
import { figuresOf } from './profit/figures.ts'
import { reportSkipped } from './read-tsv.ts'

/** The worked checks that come with the project, the arithmetic of each written out beside it. */
const SHIPPED = ['cases.tsv', 'cases-prices.tsv', 'cases-awkward.tsv'].map((name) =>
  fileURLToPath(new URL(`../../test/unit/profit/${name}`, import.meta.url)),
)

/**
 * Calculates the trips of a file and compares what the file expects of them: sums to the kopeck, shares to a hundredth
 * of a per cent. Without a file the shipped checks are calculated.
 */
export function evaluateProfit(args: string[]): EvalResult {
  if (args.includes('--help')) {
    console.log(help())
    return { ok: true }
  }
  const files = (args[0] === undefined ? SHIPPED : [args[0]]).map((file) => readCases(file))
  const cases = files.flatMap((file) => file.cases)
  const skipped = files.flatMap((file) => file.skipped)
  reportSkipped(skipped)
  for (const name of files.flatMap(({ unread }) => unread))
    console.error(`column "${name}" is not read: see profit --help`)
  const rows: Record<string, string>[] = []
  let right = 0
  let wrong = 0
  for (const one of cases) {
    const figures = figuresOf(one)
    const misses = compare(figures, one.expected)
    const isChecked = Object.keys(one.expected).length > 0
    if (isChecked && misses.length > 0) wrong += 1
    else if (isChecked) right += 1
    // Long lists of prices are shown for those who asked.
    const { equal_prices, max_price, ...short } = figures
    const lists = { ...(one.expected.equal_prices && { equal_prices }), ...(one.targetShare !== null && { max_price }) }
    rows.push({ case: one.name, ...short, ...lists, ...(misses.length ? { wrong: misses.join('; ') } : {}) })
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
