import { knownByPapers, type CardKinds } from './card-kinds.ts'
import type { CarrierFacts } from './facts.ts'
import type { Needs } from './needs.ts'
import { isPreferred } from './preferred-carrier.ts'
import { evidenceOf, scoreOf, termsOf } from './score.ts'
import { MOST_KEPT } from './shown-rows.ts'
import { hasNoFittingVehicle } from './vetoes/no-fitting-vehicle.ts'
import { isVetoed, isVetoedAsCompany } from './vetoes/vetoes.ts'

/** A candidate before anybody has put his history together. */
export interface Candidate {
  /** Everything but `exact`, `near`, `region` and `declared`, which are empty. */
  facts: CarrierFacts
  /** What those four come to as evidence, as the lane index sums it up. */
  history: number
}

/**
 * Candidates of whom nothing speaks but their history and their cards: no truck anywhere, no attempt, no rule, no way
 * past, and the client has not excluded them. By columns.
 */
export interface PlainCandidates {
  count: number
  companyIds: ArrayLike<number>
  history: ArrayLike<number>
  /** Numbers of `kinds`. */
  papers: ArrayLike<number>
  fleets: ArrayLike<number>
  kinds: CardKinds
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
  needs: Needs,
  { apart, plain }: { apart: readonly Candidate[]; plain: PlainCandidates },
  most: { rows: number; vetoed: number },
): Shortlist {
  const room = apart.length + plain.count
  const lists = { rows: new Scored(room), preferred: new Scored(room), vetoed: new Scored(room) }
  for (const { facts, history } of apart) {
    const score = scoreOf(history + evidenceOf(facts, needs), termsOf(facts, needs))
    if (isVetoed(facts, needs)) lists.vetoed.add(facts.companyId, score)
    else {
      lists.rows.add(facts.companyId, score)
      if (isPreferred(facts, needs)) lists.preferred.add(facts.companyId, score)
    }
  }
  judgePlain(needs, plain, lists)
  const companyIds = new Set<number>()
  lists.rows.best(most.rows, companyIds)
  // Of the preferred some stand among the best already.
  lists.preferred.best(most.rows + MOST_KEPT, companyIds)
  lists.vetoed.best(most.vetoed, companyIds)
  return { companyIds, total: lists.rows.size, totalVetoed: lists.vetoed.size }
}

interface Lists {
  rows: Scored
  preferred: Scored
  vetoed: Scored
}

const [UNJUDGED, FITS, MISFITS] = [0, 1, 2]

/** The first of each kind is judged, and stands for the others. */
function judgePlain(needs: Needs, plain: PlainCandidates, lists: Lists): void {
  const { count, companyIds, history, papers, fleets, kinds } = plain
  const judgedPapers: (JudgedPapers | undefined)[] = []
  const judgedFleets = new Uint8Array(kinds.fleets.length)
  for (let at = 0; at < count; at++) {
    const companyId = companyIds[at]!
    const kind = papers[at]!
    const fleet = fleets[at]!
    const judged = (judgedPapers[kind] ??= judgePapers(knownByPapers(companyId, kinds.papers[kind]!), needs))
    if (judgedFleets[fleet] === UNJUDGED)
      judgedFleets[fleet] = hasNoFittingVehicle(kinds.fleets[fleet]!, needs) ? MISFITS : FITS
    const score = scoreOf(history[at]! + judged.evidence, judged.terms)
    if (judged.isVetoed || judgedFleets[fleet] === MISFITS) lists.vetoed.add(companyId, score)
    else {
      lists.rows.add(companyId, score)
      if (judged.isPreferred) lists.preferred.add(companyId, score)
    }
  }
}

interface JudgedPapers {
  evidence: number
  terms: number
  isVetoed: boolean
  isPreferred: boolean
}

function judgePapers(facts: CarrierFacts, needs: Needs): JudgedPapers {
  return {
    evidence: evidenceOf(facts, needs),
    terms: termsOf(facts, needs),
    isVetoed: isVetoedAsCompany(facts, needs),
    isPreferred: isPreferred(facts, needs),
  }
}

class Scored {
  size = 0
  readonly #ids: Float64Array
  readonly #scores: Float64Array

  constructor(room: number) {
    this.#ids = new Float64Array(room)
    this.#scores = new Float64Array(room)
  }

  add(companyId: number, score: number): void {
    this.#ids[this.size] = companyId
    this.#scores[this.size++] = score
  }

  /** Adds the ids of the `count` best, and of all who tie with the last of them. */
  best(count: number, into: Set<number>): void {
    const scores = this.#scores.subarray(0, this.size)
    const least = count < this.size ? scores.toSorted()[this.size - count]! - SAME_WITHIN : -Infinity
    for (let at = 0; at < this.size; at++) if (!(scores[at]! < least)) into.add(this.#ids[at]!)
  }
}
