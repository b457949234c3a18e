import type { Reason, VetoReason } from '../../contract/carriers.ts'
import { explain } from './explain.ts'
import type { CarrierFacts, MatchContext } from './facts.ts'
import { needsOf, type Needs } from './needs.ts'
import { byScore } from './order.ts'
import { scoreOf } from './score.ts'
import { vetoesOf } from './vetoes/vetoes.ts'
import { WEIGHTS } from './weights.ts'

/** A carrier judged for one load. */
export interface Judged {
  facts: CarrierFacts
  score: number
  evidence: number
  /** Biggest first. */
  reasons: Reason[]
  /** Empty for those who may be offered the load. */
  vetoes: VetoReason[]
}

export interface Matched {
  /** Best first. */
  rows: Judged[]
  /** Best first too: shown below with the reason, never dropped. */
  vetoed: Judged[]
  weightsVersion: string
}

/** Ranks the candidates for a load: facts → vetoes → criteria → score → explanation → order. */
export function matchCarriers(context: MatchContext, candidates: readonly CarrierFacts[]): Matched {
  const needs = needsOf(context)
  const rows: Judged[] = []
  const vetoed: Judged[] = []
  for (const facts of candidates) {
    const judged = judge(facts, needs)
    ;(judged.vetoes.length > 0 ? vetoed : rows).push(judged)
  }
  return { rows: rows.sort(byScore), vetoed: vetoed.sort(byScore), weightsVersion: WEIGHTS.version }
}

function judge(facts: CarrierFacts, needs: Needs): Judged {
  const scored = scoreOf(facts, needs)
  return {
    facts,
    score: scored.score,
    evidence: scored.evidence,
    reasons: explain(scored),
    vetoes: vetoesOf(facts, needs),
  }
}
