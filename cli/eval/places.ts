import { parseArgs } from 'node:util'
import { loadPlaceKnowledge } from '../../server/gazetteer.ts'
import type { Gazetteer } from '../../server/places/gazetteer.ts'
import { CONFIDENT } from '../../server/places/resolve.ts'
import { EvalInputError, type EvalResult } from './evaluation.ts'
import { MUTATIONS, mutateText, seededRandom } from './mutate-text.ts'
import { readTsv, reportSkipped } from './read-tsv.ts'
import { percent, percentile, rounded } from './statistics.ts'

const GOALS = { right: 0.97, rightAmongConfident: 1, confident: 0.8, p95Ms: 2.5 }
const DEFAULT_SEED = 1
/** The resolver works in a process that has been running: its code is warmed up before the clock starts. */
const WARM_UP_ROUNDS = 3
/** A text's time is the median of these, so that other work on the machine does not count as the resolver's. */
const TIMED_ROUNDS = 5

interface Case {
  line: number
  text: string
  name: string
  region: string
}

type Figures = ReturnType<typeof figuresOf>

/** Text → place against a file of known answers, and against the same texts mutated by a seeded generator. */
export function evaluatePlaces(args: string[]): EvalResult {
  const { path, seed } = readArguments(args)
  const { cases, skipped } = readCases(path)
  if (cases.length === 0) throw new EvalInputError(`${path}: no usable rows`)
  const { gazetteer } = loadPlaceKnowledge()
  const random = seededRandom(seed)
  const mutants = cases.flatMap((known) =>
    MUTATIONS.map((mutation) => ({ ...known, text: mutateText(known.text, mutation, random) })),
  )
  reportSkipped(skipped)
  const plain = measure(cases, gazetteer)
  const mutated = measure(mutants, gazetteer)
  printMisses('as given', plain.misses)
  printMisses(`mutated, seed ${seed}`, mutated.misses)
  printTable({ 'as given': plain.figures, mutated: mutated.figures })
  const ok = meetsGoals(plain.figures) && meetsGoals(mutated.figures)
  return { ok, ...plain.figures, skipped: skipped.length, mutated: { ...mutated.figures, seed } }
}

function readArguments(args: string[]): { path: string; seed: number } {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { seed: { type: 'string' } } })
    const [path, ...others] = positionals
    const seed = values.seed === undefined ? DEFAULT_SEED : Number(values.seed)
    if (path === undefined || others.length > 0) throw new Error('One file is needed.')
    if (!Number.isInteger(seed)) throw new Error('--seed must be a whole number.')
    return { path, seed }
  } catch (error) {
    throw new EvalInputError((error as Error).message, { cause: error })
  }
}

function readCases(path: string): { cases: Case[]; skipped: { line: number; why: string }[] } {
  const cases: Case[] = []
  const skipped: { line: number; why: string }[] = []
  for (const { line, columns } of readTsv(path, ['text', 'name', 'region'])) {
    const [text = '', name = '', region = ''] = columns
    if (columns.length !== 3) skipped.push({ line, why: `${columns.length} columns, not 3` })
    else if (text.trim() === '' || name.trim() === '' || region.trim() === '')
      skipped.push({ line, why: 'an empty column' })
    else cases.push({ line, text, name: name.trim(), region: region.trim() })
  }
  return { cases, skipped }
}

function measure(cases: readonly Case[], gazetteer: Gazetteer) {
  const rounds = cases.map((): number[] => [])
  for (let round = 0; round < WARM_UP_ROUNDS + TIMED_ROUNDS; round++) {
    for (const [index, { text }] of cases.entries()) {
      const start = performance.now()
      gazetteer.resolve(text)
      if (round >= WARM_UP_ROUNDS) rounds[index]?.push(performance.now() - start)
    }
  }
  const times = rounds.map((own) => percentile(own, 0.5))
  const answers = cases.map((known) => judge(known, gazetteer))
  return { figures: figuresOf(answers, times), misses: answers.filter((answer) => !answer.right) }
}

function judge(known: Case, gazetteer: Gazetteer) {
  const answer = gazetteer.resolve(known.text)
  const proposed = answer.state === 'known' || answer.state === 'ambiguous' ? answer : null
  const right =
    proposed !== null &&
    same(proposed.place.name, known.name) &&
    isRegion(proposed.place.region, known.region, gazetteer)
  const confidence = proposed?.confidence ?? 0
  return {
    known,
    right,
    confident: confidence >= CONFIDENT,
    confidence,
    place: proposed?.place ?? null,
    state: answer.state,
  }
}

/** Files are made by different people: «Московская обл», «МО» and «г. Санкт-Петербург» are regions, too. */
function isRegion(region: string, written: string, gazetteer: Gazetteer): boolean {
  if (same(region, written) || gazetteer.regionsNamed(written).includes(region)) return true
  const city = gazetteer.resolve(written)
  return city.state === 'known' && city.place.name === region && city.place.region === region
}

/** «Щёлково» and «Щелково» are one name. */
function same(a: string, b: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е').trim()
  return plain(a) === plain(b)
}

function figuresOf(answers: readonly ReturnType<typeof judge>[], times: readonly number[]) {
  const confident = answers.filter((answer) => answer.confident)
  return {
    n: answers.length,
    right: rounded(answers.filter((answer) => answer.right).length / answers.length),
    confident: rounded(confident.length / answers.length),
    rightAmongConfident:
      confident.length === 0 ? 1 : rounded(confident.filter((answer) => answer.right).length / confident.length),
    p50Ms: rounded(percentile(times, 0.5)),
    p95Ms: rounded(percentile(times, 0.95)),
  }
}

function meetsGoals(figures: Figures): boolean {
  return (
    figures.right >= GOALS.right &&
    figures.rightAmongConfident >= GOALS.rightAmongConfident &&
    figures.confident >= GOALS.confident &&
    figures.p95Ms <= GOALS.p95Ms
  )
}

function printMisses(title: string, misses: readonly ReturnType<typeof judge>[]): void {
  if (misses.length === 0) return
  console.log(`Misses, ${title}:`)
  for (const { known, place, confidence, confident, state } of misses) {
    const got = place ? `${place.name}, ${place.region} (${confidence.toFixed(2)})` : state
    console.log(
      `  ${confident ? 'CONFIDENT ' : ''}line ${known.line} "${known.text}": ${got}; meant ${known.name}, ${known.region}`,
    )
  }
}

function printTable(columns: Record<string, Figures>): void {
  const rows: Record<string, Record<string, string>> = {}
  const put = (row: string, goal: string, show: (figures: Figures) => string) => {
    rows[row] = {
      ...Object.fromEntries(Object.entries(columns).map(([title, figures]) => [title, show(figures)])),
      goal,
    }
  }
  put('texts', '', (figures) => String(figures.n))
  put('right', `≥ ${percent(GOALS.right)}`, (figures) => percent(figures.right))
  put('confident', `≥ ${percent(GOALS.confident)}`, (figures) => percent(figures.confident))
  put('right among confident', percent(GOALS.rightAmongConfident), (figures) => percent(figures.rightAmongConfident))
  put('p50, ms', '', (figures) => figures.p50Ms.toFixed(3))
  put('p95, ms', `≤ ${GOALS.p95Ms}`, (figures) => figures.p95Ms.toFixed(3))
  console.table(rows)
}
