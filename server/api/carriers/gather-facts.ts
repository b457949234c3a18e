import type { Attempt } from '../../../contract/carriers.ts'
import { companyEvidence, type CompanyEvidence } from '../../match/company-evidence.ts'
import { NOTHING_FURTHER, type CarrierFacts, type FurtherFacts } from '../../match/facts.ts'
import type { Needs } from '../../match/needs.ts'
import type { Candidate, PlainCandidates } from '../../match/shortlist.ts'
import { positionsOf } from './base-facts.ts'
import { NOBODY, type CarrierCard } from './carrier-cards.ts'
import type { FactsInput } from './facts-input.ts'
import { gatherFurther } from './further-facts.ts'
import { historiesOf } from './lane-histories.ts'
import type { LaneMemory } from './lane-memory.ts'
import { PlainColumns } from './plain-columns.ts'

/** With so many who have more to show, nobody reads as far as the weakest sources. */
const ENOUGH = 200

/** Everybody who could take a load; of history there is only its sum. */
export interface Gathered {
  /** Those of whom more counts than history and card. */
  apart: Candidate[]
  plain: PlainCandidates
}

/**
 * Every carrier who could take a load: by history on the lane, near it and between its regions; by declared directions;
 * by trucks that stand or come free near the loading place; whoever was already called or has offered; by trucks on our
 * own orders and directions on whose way the load lies. Of history there is only its sum (see `factsInFull`). What does
 * not concern this very load comes from memory.
 */
export async function gatherCandidates(memory: LaneMemory, input: FactsInput, needs: Needs): Promise<Gathered> {
  const { cards, whereabouts } = memory
  const further = await gatherFurther(memory, input, needs)
  const attempts = byCompany(input.attempts)
  const byThemselves = new Set([
    ...whereabouts.at(input.fromArea.near.keys()),
    ...further.companyIds,
    ...attempts.keys(),
    ...input.always,
  ])
  const [fromPlaceId, toPlaceId, nowMs] = [input.from.id, input.to.id, Date.parse(input.now)]
  const met = companyEvidence(memory.index, { fromPlaceId, toPlaceId, nowMs })
  await cards.read(met.companies)
  const noted = [byThemselves, further.noted, needs.rules.keys(), needs.excludedCompanyIds]
  const { plain, history } = parted(memory, met, marksOf(memory, noted))
  const companyIds = new Set([...history.keys(), ...byThemselves])
  if (plain.count + companyIds.size < ENOUGH) for (const companyId of further.fillers) companyIds.add(companyId)
  const found = await cards.of([...companyIds])
  const apart: Candidate[] = []
  for (const [at, companyId] of [...companyIds].entries()) {
    const card = found[at]
    if (!card) continue
    const known = {
      soonEmpty: further.soonEmpty.get(companyId) ?? NOTHING,
      sharing: further.sharing.get(companyId) ?? NOTHING,
      onTheWay: further.onTheWay.get(companyId) ?? NOTHING,
      outbound: further.outbound.get(companyId) ?? NOTHING,
      attempts: attempts.get(companyId) ?? NOTHING,
    }
    apart.push({ facts: factsOf(companyId, card, memory, input, known), history: history.get(companyId) ?? 0 })
  }
  return { apart, plain }
}

/** These carriers with all their lanes. */
export async function factsInFull(
  memory: LaneMemory,
  input: FactsInput,
  { apart }: Gathered,
  companyIds: ReadonlySet<number>,
): Promise<CarrierFacts[]> {
  const chosen: CarrierFacts[] = []
  const left = new Set(companyIds)
  for (const { facts } of apart) if (left.delete(facts.companyId)) chosen.push(facts)
  const plainIds = [...left]
  const cards = await memory.cards.of(plainIds)
  for (const [at, companyId] of plainIds.entries()) {
    const card = cards[at]
    if (card) chosen.push(factsOf(companyId, card, memory, input, NOTHING_ELSE))
  }
  const histories = historiesOf(memory.index, input, companyIds)
  for (const facts of chosen) Object.assign(facts, histories.get(facts.companyId))
  return chosen
}

const NOTHING: never[] = []
/** What may be known of a carrier besides his card and his history. */
type KnownBesides = FurtherFacts & Pick<CarrierFacts, 'attempts'>
const NOTHING_ELSE: KnownBesides = { ...NOTHING_FURTHER, attempts: NOTHING }

/** All but history. */
function factsOf(
  companyId: number,
  { name, base, vehicles, hasContact }: CarrierCard,
  { whereabouts }: LaneMemory,
  input: FactsInput,
  { soonEmpty, sharing, onTheWay, outbound, attempts }: KnownBesides,
): CarrierFacts {
  const { standsAt, freeAt, home } = positionsOf(whereabouts.of(companyId), input)
  return {
    companyId,
    name,
    base,
    vehicles,
    hasContact,
    exact: null,
    near: NOTHING,
    region: null,
    declared: NOTHING,
    standsAt,
    freeAt,
    home,
    soonEmpty,
    sharing,
    onTheWay,
    outbound,
    attempts,
  }
}

/** Which of these companies stand in the index, by their numbers there. */
function marksOf({ index }: LaneMemory, lists: readonly Iterable<number>[]): Uint8Array {
  const marks = new Uint8Array(index.companies.size)
  for (const companyIds of lists)
    for (const companyId of companyIds) {
      const company = index.companies.find(companyId)
      if (company >= 0) marks[company] = 1
    }
  return marks
}

/** Those who can be judged by the kinds of their cards, and the evidence of the others who are there at all. */
function parted({ index, cards }: LaneMemory, { companies, evidence }: CompanyEvidence, isNoted: Uint8Array) {
  const plain = new PlainColumns(companies.length, cards.kinds)
  const history = new Map<number, number>()
  for (let at = 0; at < companies.length; at++) {
    const company = companies[at]!
    const papers = cards.papersAt(company)
    if (papers > 0 && isNoted[company] === 0)
      plain.add(index.companies.idOf(company), evidence[at]!, papers, cards.fleetAt(company))
    else if (papers !== NOBODY) history.set(index.companies.idOf(company), evidence[at]!)
  }
  return { plain, history }
}

function byCompany(attempts: readonly Attempt[]): Map<number, Attempt[]> {
  const found = new Map<number, Attempt[]>()
  for (const attempt of attempts) {
    const own = found.get(attempt.companyId)
    if (own) own.push(attempt)
    else found.set(attempt.companyId, [attempt])
  }
  return found
}
