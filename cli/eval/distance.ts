import { loadPlaceKnowledge } from '../../server/gazetteer.ts'
import type { Gazetteer } from '../../server/places/gazetteer.ts'
import type { GazetteerPlace } from '../../server/places/place.ts'
import { EvalInputError, type EvalResult } from './evaluation.ts'
import { readTsv, reportSkipped } from './read-tsv.ts'
import { mean, percent, percentile, rounded } from './statistics.ts'

const GOAL_MAPE = 0.055
const WORST_SHOWN = 10

interface Measured {
  from: string
  to: string
  knownKm: number
  km: number
  source: string
  error: number
}

/** Estimated road distances against a file of known ones: mean, 90th percentile and largest error, as shares. */
export function evaluateDistance(args: string[]): EvalResult {
  if (args.length !== 1) throw new EvalInputError('One file is needed.')
  const { gazetteer, distance } = loadPlaceKnowledge()
  const measured: Measured[] = []
  const skipped: { line: number; why: string }[] = []
  for (const { line, columns } of readTsv(args[0], ['from', 'to', 'km'])) {
    const [from = '', to = '', km = ''] = columns
    const [a, b, knownKm] = [placeOf(from, gazetteer), placeOf(to, gazetteer), Number(km)]
    if (!a || !b) skipped.push({ line, why: `no place "${a ? to : from}"` })
    else if (columns.length !== 3 || !(knownKm > 0)) skipped.push({ line, why: `km "${km}"` })
    else {
      const estimate = distance.between(a, b)
      measured.push({ from, to, knownKm, ...estimate, error: Math.abs(estimate.km - knownKm) / knownKm })
    }
  }
  reportSkipped(skipped)
  if (measured.length === 0) throw new EvalInputError(`${args[0]}: no usable rows`)
  printWorst(measured)
  const bySource = Object.fromEntries(
    [...new Set(measured.map(({ source }) => source))].map((source) => [
      source,
      figuresOf(measured.filter((row) => row.source === source)),
    ]),
  )
  const overall = figuresOf(measured)
  console.table({ ...bySource, overall, goal: { mape: GOAL_MAPE } })
  return { ok: overall.mape <= GOAL_MAPE, ...overall, skipped: skipped.length, bySource }
}

/** A whole number is a place id; otherwise the likeliest place of the text. */
function placeOf(text: string, gazetteer: Gazetteer): GazetteerPlace | null {
  if (/^-?\d+$/.test(text.trim())) return gazetteer.byId(Number(text))
  const answer = gazetteer.resolve(text)
  return answer.state === 'known' || answer.state === 'ambiguous' ? answer.place : null
}

function figuresOf(rows: readonly Measured[]) {
  const errors = rows.map(({ error }) => error)
  return {
    n: rows.length,
    mape: rounded(mean(errors)),
    p90: rounded(percentile(errors, 0.9)),
    max: rounded(Math.max(...errors)),
  }
}

function printWorst(rows: readonly Measured[]): void {
  console.log('Furthest off:')
  for (const row of [...rows].sort((a, b) => b.error - a.error).slice(0, WORST_SHOWN)) {
    console.log(
      `  ${row.from} – ${row.to}: ${row.km.toFixed(0)} km (${row.source}), known ${row.knownKm}, off ${percent(row.error)}`,
    )
  }
}
