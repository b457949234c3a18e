import { loadPlaceKnowledge } from '../../server/gazetteer.ts'
import { EvalInputError, type EvalResult } from './evaluation.ts'
import { readHistory, reportSkippedRows } from './history/read-history.ts'
import { suggestHidden, type Suggestion } from './lane-rates/suggest-hidden.ts'
import { mean, percent, percentile, rounded } from './statistics.ts'

/** Rates a suggestion rests on, in steps: the error is told for each of them. */
const STEPS = [
  { name: '8-15', least: 8 },
  { name: '16-31', least: 16 },
  { name: '32-63', least: 32 },
  { name: '64+', least: 64 },
]

interface ErrorFigures {
  n: number
  /** Mean absolute error as a share of the rate really paid, and its median. */
  mape: number
  median: number
  /** Share of rates really paid that lay between the quartiles shown. */
  withinQuartiles: number
}

/**
 * How far a suggested rate is from what was really paid, on the hidden last fifth of the orders: `DIR`. All rates are
 * compared without VAT. There is no goal: the figure stands beside the suggestion, whatever it is.
 */
export function evaluateRates(args: string[]): EvalResult {
  const [folder, ...others] = args
  if (folder === undefined || others.length > 0) throw new EvalInputError('One folder is needed.')
  const knowledge = loadPlaceKnowledge()
  const read = readHistory(folder, knowledge.gazetteer)
  reportSkippedRows(read)
  const result = suggestHidden(read.history, knowledge)
  if (!result) throw new EvalInputError(`${folder}: five orders at least are needed, one of them to hide`)
  const { suggestions, priced } = result
  const all = figuresOf(suggestions)
  const byCount = Object.fromEntries(STEPS.map(({ name }, at) => [name, figuresOf(suggestions.filter(inStep(at)))]))
  const byArea = Object.fromEntries(
    ['exact', 'near', 'region'].map((area) => [area, figuresOf(suggestions.filter((one) => one.area === area))]),
  )
  printTable({ ...byCount, ...byArea, all })
  const covered = priced === 0 ? 0 : rounded(suggestions.length / priced)
  console.log(`Orders with a known rate: ${priced}; a rate could be suggested for ${percent(covered)} of them`)
  return { ok: suggestions.length > 0, ...all, priced, covered, skipped: read.skipped.length, byCount, byArea }
}

function inStep(step: number) {
  const [least, next] = [STEPS[step]!.least, STEPS[step + 1]?.least ?? Infinity]
  return ({ count }: Suggestion) => count >= least && count < next
}

function figuresOf(suggestions: readonly Suggestion[]): ErrorFigures {
  const errors = suggestions.map(({ suggestedMinor, paidMinor }) => Math.abs(suggestedMinor - paidMinor) / paidMinor)
  const within = suggestions.filter(
    ({ paidMinor, lowMinor, highMinor }) => paidMinor >= lowMinor && paidMinor <= highMinor,
  )
  return {
    n: suggestions.length,
    mape: rounded(mean(errors)),
    median: rounded(percentile(errors, 0.5)),
    withinQuartiles: suggestions.length === 0 ? 0 : rounded(within.length / suggestions.length),
  }
}

function printTable(rows: Record<string, ErrorFigures>): void {
  console.table(
    Object.fromEntries(
      Object.entries(rows).map(([name, { n, mape, median, withinQuartiles }]) => [
        name,
        n === 0
          ? { orders: 0 }
          : { orders: n, MAPE: percent(mape), median: percent(median), 'within quartiles': percent(withinQuartiles) },
      ]),
    ),
  )
}
