import { parseArgs } from 'node:util'
import { loadPlaceKnowledge } from '../../server/gazetteer.ts'
import type { History } from '../../bench/world/history.ts'
import { WEIGHTS } from '../../server/match/weights.ts'
import type { Gazetteer } from '../../server/places/gazetteer.ts'
import { EvalInputError, type EvalResult } from './evaluation.ts'
import { readHistory, reportSkippedRows } from './history/read-history.ts'
import type { RankFigures } from './ranking/figures.ts'
import { rankHidden, type RankingFigures } from './ranking/rank-hidden.ts'
import { percent, rounded } from './statistics.ts'

/** How much more often than with the best baseline the executor must be among the first ten. */
const GOAL = 0.07

/**
 * Ranks a portal's own past: `DIR [--goal N] [--ablate]`; the last ranks it again without each term in turn. The goal is a share of hidden orders, 0.07 where it is not told; in a
 * world made to mislead, 0: not below the best baseline.
 */
export function evaluateMatch(args: string[]): EvalResult {
  const { folder, goal, ablate } = readArguments(args)
  const { gazetteer } = loadPlaceKnowledge()
  const read = readHistory(folder, gazetteer)
  reportSkippedRows(read)
  const figures = rankHidden(read.history, gazetteer)
  if (!figures) throw new EvalInputError(`${folder}: five orders at least are needed, one of them to hide`)
  const best = bestBaseline(figures)
  const lead = rounded(figures.ours.hit10 - figures.baselines[best]!.hit10)
  printTable(figures)
  console.log(`Hidden orders: ${figures.n}; hit@10 over ${best}: ${signed(lead)}, goal ${signed(goal)}`)
  const { n, ours, baselines } = figures
  const result = {
    ok: lead >= goal,
    n,
    skipped: read.skipped.length,
    lead,
    goal,
    weights: WEIGHTS.version,
    ours,
    baselines,
  }
  return ablate ? { ...result, without: ablation(read.history, gazetteer, ours.hit10) } : result
}

/** The one that has the executor among its first ten most often. */
export function bestBaseline({ baselines }: RankingFigures): string {
  return Object.keys(baselines).reduce((best, name) => (baselines[name]!.hit10 > baselines[best]!.hit10 ? name : best))
}

const TERMS = ['trip', 'offer', 'near', 'declared', 'region'] as const

/** What hit@10 loses when a term of the evidence counts for nothing. */
function ablation(history: History, gazetteer: Gazetteer, whole: number): Record<string, number> {
  const weights: Record<(typeof TERMS)[number], number> = WEIGHTS
  const found: Record<string, number> = {}
  for (const term of TERMS) {
    const weight = weights[term]
    try {
      weights[term] = 0
      found[term] = rounded(rankHidden(history, gazetteer)!.ours.hit10 - whole)
    } finally {
      weights[term] = weight
    }
  }
  console.table(found)
  return found
}

function readArguments(args: string[]): { folder: string; goal: number; ablate: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { goal: { type: 'string' }, ablate: { type: 'boolean', default: false } },
    })
    const [folder, ...others] = positionals
    const goal = values.goal === undefined ? GOAL : Number(values.goal)
    if (folder === undefined || others.length > 0) throw new Error('One folder is needed.')
    if (values.goal === '' || !(goal >= -1 && goal <= 1)) throw new Error('--goal must be a share, such as 0.07.')
    return { folder, goal, ablate: values.ablate }
  } catch (error) {
    throw new EvalInputError((error as Error).message, { cause: error })
  }
}

function printTable({ ours, baselines }: RankingFigures): void {
  const shown = ({ hit1, hit5, hit10, hit50, mrr }: RankFigures) => ({
    'hit@1': percent(hit1),
    'hit@5': percent(hit5),
    'hit@10': percent(hit10),
    'hit@50': percent(hit50),
    MRR: mrr.toFixed(3),
  })
  console.table({
    ...Object.fromEntries(Object.entries(baselines).map(([name, one]) => [name, shown(one)])),
    ours: shown(ours),
  })
}

function signed(share: number): string {
  return `${share >= 0 ? '+' : '−'}${(Math.abs(share) * 100).toFixed(1)} points`
}
