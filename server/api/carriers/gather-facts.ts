import type { Attempt } from '../../../contract/carriers.ts'
import type { CarrierFacts } from '../../match/facts.ts'
import { evidenceByCompany } from '../../match/lane-index/lane-queries.ts'
import type { Candidate } from '../../match/shortlist.ts'
import { positionsOf } from './base-facts.ts'
import type { FactsInput } from './facts-input.ts'
import { gatherFurther } from './further-facts.ts'
import { historiesOf } from './lane-histories.ts'
import type { LaneMemory } from './lane-memory.ts'

/** With so many who have more to show, nobody reads as far as the weakest sources. */
const ENOUGH = 200

/**
 * Every carrier who could take a load: by history on the lane, near it and between its regions; by declared directions;
 * by trucks that stand or come free near the loading place; whoever was already called or has offered; by trucks on our
 * own orders and directions on whose way the load lies. Of history there is only its sum (see `withHistory`). History
 * and cards come from memory; the file is asked only for what changes by the hour.
 */
export async function gatherCandidates(memory: LaneMemory, input: FactsInput): Promise<Candidate[]> {
  const { whereabouts } = memory
  const further = await gatherFurther(memory, input)
  const history = evidenceByCompany(memory.index, questionOf(input))
  const attempts = byCompany(input.attempts)
  const candidates = new Set([
    ...history.keys(),
    ...whereabouts.at(input.fromArea.near.keys()),
    ...further.companyIds,
    ...attempts.keys(),
    ...input.always,
  ])
  if (candidates.size < ENOUGH) for (const companyId of further.fillers) candidates.add(companyId)
  const companyIds = [...candidates]
  const cards = await memory.cards.of(companyIds)
  const found: Candidate[] = []
  for (const [at, companyId] of companyIds.entries()) {
    const card = cards[at]
    if (!card) continue
    const { name, base, vehicles, hasContact } = card
    const { standsAt, freeAt, home } = positionsOf(whereabouts.of(companyId), input)
    const facts: CarrierFacts = {
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
      soonEmpty: further.soonEmpty.get(companyId) ?? NOTHING,
      sharing: further.sharing.get(companyId) ?? NOTHING,
      onTheWay: further.onTheWay.get(companyId) ?? NOTHING,
      outbound: further.outbound.get(companyId) ?? NOTHING,
      attempts: attempts.get(companyId) ?? NOTHING,
    }
    found.push({ facts, history: history.get(companyId) ?? 0 })
  }
  return found
}

const NOTHING: never[] = []

/** The same carriers with all their lanes. */
export function withHistory(memory: LaneMemory, input: FactsInput, chosen: readonly CarrierFacts[]): CarrierFacts[] {
  const only = new Set(chosen.map(({ companyId }) => companyId))
  const histories = historiesOf(memory.index, input, only)
  return chosen.map((facts) => ({ ...facts, ...histories.get(facts.companyId) }))
}

function questionOf({ from, to, now }: FactsInput) {
  return { fromPlaceId: from.id, toPlaceId: to.id, now }
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
