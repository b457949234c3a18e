import type { CarrierFacts, MatchContext } from './facts.ts'
import { needsOf } from './needs.ts'
import { isPreferred } from './preferred-carrier.ts'
import { evidenceOf, scoreOf } from './score.ts'
import { MOST_KEPT } from './shown-rows.ts'
import { isVetoed } from './vetoes/vetoes.ts'

/** A candidate before anybody has put his history together. */
export interface Candidate {
  /** Everything but `exact`, `near`, `region` and `declared`, which are empty. */
  facts: CarrierFacts
  /** What those four come to as evidence, as the lane index sums it up. */
  history: number
}

export interface Shortlist {
  /** Whoever may be shown, and a few more where several tie for the last place; in no order. */
  companyIds: Set<number>
  /** Of all candidates. */
  total: number
  totalVetoed: number
}

/** The index keeps single precision and adds up in another order than the criteria do: last digits may differ. */
const SAME_WITHIN = 1e-5

/**
 * Who of many candidates may be among the best `rows`, the preferred below them, or the best `vetoed` of those kept
 * out. Vetoes do not look at history, and a score needs only its sum: so hundreds are judged by their cards, and facts
 * with all their lanes are made for those who are shown.
 */
export function shortlist(
  context: MatchContext,
  candidates: readonly Candidate[],
  most: { rows: number; vetoed: number },
): Shortlist {
  const needs = needsOf(context)
  const rows = new Scored()
  const preferred = new Scored()
  const vetoed = new Scored()
  for (const { facts, history } of candidates) {
    const score = scoreOf(history + evidenceOf(facts, needs), facts, needs)
    if (isVetoed(facts, needs)) vetoed.add(facts.companyId, score)
    else {
      rows.add(facts.companyId, score)
      if (isPreferred(facts, needs)) preferred.add(facts.companyId, score)
    }
  }
  const companyIds = new Set<number>()
  rows.best(most.rows, companyIds)
  // Of the preferred some stand among the best already.
  preferred.best(most.rows + MOST_KEPT, companyIds)
  vetoed.best(most.vetoed, companyIds)
  return { companyIds, total: rows.size, totalVetoed: vetoed.size }
}

class Scored {
  readonly #ids: number[] = []
  readonly #scores: number[] = []

  get size(): number {
    return this.#ids.length
  }

  add(companyId: number, score: number): void {
    this.#ids.push(companyId)
    this.#scores.push(score)
  }

  /** Adds the ids of the `count` best, and of all who tie with the last of them. */
  best(count: number, into: Set<number>): void {
    const least =
      count < this.size ? Float64Array.from(this.#scores).sort()[this.size - count]! - SAME_WITHIN : -Infinity
    for (const [at, companyId] of this.#ids.entries()) if (!(this.#scores[at]! < least)) into.add(companyId)
  }
}
