import type { CarrierFacts } from '../../match/facts.ts'
import { readCompaniesAt } from '../../store/lane-reader.ts'
import { positionsOf } from './base-facts.ts'
import type { FactsInput } from './facts-input.ts'
import { gatherFurther } from './further-facts.ts'
import { historiesOf } from './lane-histories.ts'
import type { LaneMemory } from './lane-memory.ts'

/** With so many who have more to show, nobody reads as far as the weakest sources. */
const ENOUGH = 200

/**
 * Everything known of every carrier who could take a load: history on the lane, near it and between its regions;
 * declared directions; trucks that stand or come free near the loading place; whoever was already called or has
 * offered; trucks on our own orders and directions on whose way the load lies. History and cards come from memory; the
 * file is asked only for what changes by the hour.
 */
export async function gatherFacts(memory: LaneMemory, input: FactsInput): Promise<CarrierFacts[]> {
  const { store, fromArea } = input
  const [standing, further] = await Promise.all([
    readCompaniesAt(store, fromArea.near.keys()),
    gatherFurther(memory, input),
  ])
  const histories = historiesOf(memory.index, input)
  const candidates = new Set([
    ...histories.keys(),
    ...standing,
    ...further.companyIds,
    ...input.attempts.map((attempt) => attempt.companyId),
    ...input.always,
  ])
  if (candidates.size < ENOUGH) for (const companyId of further.fillers) candidates.add(companyId)
  const companyIds = [...candidates]
  const cards = await memory.cards.of(companyIds)
  return companyIds.flatMap((companyId): CarrierFacts[] => {
    const card = cards.get(companyId)
    if (!card) return []
    const { name, row, base, vehicles, hasContact } = card
    const history = histories.get(companyId)
    return [
      {
        companyId,
        name,
        base,
        vehicles,
        hasContact,
        exact: history?.exact ?? null,
        near: history?.near ?? [],
        region: history?.region ?? null,
        declared: history?.declared ?? [],
        ...positionsOf(row ?? undefined, input),
        ...further.of(companyId),
        attempts: input.attempts.filter((attempt) => attempt.companyId === companyId),
      },
    ]
  })
}
