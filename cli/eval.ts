import { EvalInputError, type Evaluation } from './eval/evaluation.ts'
import { evaluateDistance } from './eval/distance.ts'
import { evaluateMatch } from './eval/match.ts'
import { evaluatePlaces } from './eval/places.ts'
import { evaluateProfit } from './eval/profit.ts'
import { evaluateRates } from './eval/rates.ts'

/** A folder of one portal's past, as `npm run export` and `npm run world` write it. */
const HISTORY = 'carriers.tsv, directions.tsv, offers.tsv, orders.tsv'

/** Every evaluation: what it reads and how it is called. A new one is a line here and a file in `eval/`. */
const EVALUATIONS: Record<string, Evaluation> = {
  places: { usage: 'places FILE.tsv [--seed N]', reads: 'text, name, region', run: evaluatePlaces },
  distance: { usage: 'distance FILE.tsv', reads: 'from, to, km', run: evaluateDistance },
  match: { usage: 'match DIR [--goal N] [--ablate]', reads: HISTORY, run: evaluateMatch },
  rates: { usage: 'rates DIR', reads: HISTORY, run: evaluateRates },
  profit: { usage: 'profit [FILE.tsv]', reads: 'see profit --help', run: evaluateProfit },
}

function usage(): string {
  const lines = Object.values(EVALUATIONS).map(({ usage, reads }) => `  npm run eval -- ${usage}   (reads: ${reads})`)
  return ['Measures a part of Reis against a file of known answers (UTF-8, header, tabs).', ...lines].join('\n')
}

const [name = '', ...rest] = process.argv.slice(2)
const evaluation = Object.hasOwn(EVALUATIONS, name) ? EVALUATIONS[name] : undefined
if (!evaluation) {
  console.error(name === '' ? usage() : `No evaluation "${name}".\n${usage()}`)
  process.exitCode = 2
} else {
  try {
    const result = await evaluation.run(rest)
    console.log(JSON.stringify(result))
    process.exitCode = result.ok ? 0 : 1
  } catch (error) {
    if (!(error instanceof EvalInputError)) throw error
    console.error(`${error.message}\n${usage()}`)
    process.exitCode = 2
  }
}
