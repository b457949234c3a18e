import type { Reason, VetoReason, Warning } from '../../contract/carriers.ts'
import { explain } from './explain.ts'
import type { CarrierFacts, MatchContext } from './facts.ts'
import { needsOf, type Needs } from './needs.ts'
import { byScore } from './order.ts'
import { isPreferred } from './preferred-carrier.ts'
import { evidenceOf, scoreOf, termsOf } from './score.ts'
import { vetoesOf } from './vetoes/vetoes.ts'
import { warningsOf } from './warnings.ts'
import { WEIGHTS } from './weights.ts'

/** A carrier judged for one load. */
export interface Judged {
  facts: CarrierFacts
  score: number
  evidence: number
  /** Biggest first. Worked out when it is first read: most candidates are never looked at. */
  readonly reasons: Reason[]
  /** Empty for those who may be offered the load. */
  vetoes: VetoReason[]
  readonly warnings: Warning[]
  /** Marked in the base, or preferred by a rule: he is always told of such loads. */
  readonly preferred: boolean
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
  return matchFor(needsOf(context), candidates)
}

/** The same for what a load is known to need. */
export function matchFor(needs: Needs, candidates: readonly CarrierFacts[]): Matched {
  const rows: Judged[] = []
  const vetoed: Judged[] = []
  for (const facts of candidates) {
    const judged = new JudgedCarrier(facts, needs)
    ;(judged.vetoes.length > 0 ? vetoed : rows).push(judged)
  }
  return { rows: rows.sort(byScore), vetoed: vetoed.sort(byScore), weightsVersion: WEIGHTS.version }
}

/** A class for its getter: accessors in two thousand object literals cost more than all the judging. */
class JudgedCarrier implements Judged {
  readonly facts: CarrierFacts
  readonly score: number
  readonly evidence: number
  readonly vetoes: VetoReason[]
  readonly #needs: Needs
  #reasons: Reason[] | null = null

  constructor(facts: CarrierFacts, needs: Needs) {
    this.facts = facts
    this.evidence = evidenceOf(facts, needs)
    this.score = scoreOf(this.evidence, termsOf(facts, needs))
    this.vetoes = vetoesOf(facts, needs)
    this.#needs = needs
  }

  get reasons(): Reason[] {
    return (this.#reasons ??= explain(this.facts, this.#needs, this.evidence))
  }

  get warnings(): Warning[] {
    return warningsOf(this.facts, this.#needs)
  }

  get preferred(): boolean {
    return isPreferred(this.facts, this.#needs)
  }
}
