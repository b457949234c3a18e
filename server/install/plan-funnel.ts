import type { StageDefinition } from '../portal/dictionary.ts'
import type { Semantics } from '../portal/schema-map.ts'
import { plainName } from './portal-lists.ts'

/** A stage as the portal has it; `statusId` with the funnel's prefix. */
export interface PortalStage {
  id: number
  statusId: string
  name: string
  sort: number
  semantics: Semantics
}

export interface FunnelPlan {
  /** Stages of an untouched new funnel that we have no use for. */
  removed: PortalStage[]
  /** In the order of the funnel: stages that move, and those that take one of our names. */
  changed: { stage: PortalStage; sort: number; rename: StageDefinition | null }[]
  added: { definition: StageDefinition; statusId: string; sort: number }[]
  /** Our code → the portal's full stage id, as it will be. */
  ids: Record<string, string>
}

/** What a new funnel is born with. */
const NEWBORN = ['NEW', 'PREPARATION', 'CLIENT', 'SUCCESS', 'FAIL']
/** The portal keeps stage ids in a column of 21 characters, prefix included. */
const LONGEST_ID = 21
const STEP = 10

/**
 * How a funnel comes to hold our stages. A stage is found by its code, then by its name. A funnel has one success, so
 * ours is whichever the portal has. In a funnel we have just made, its first stage, success and failure take our names.
 */
export function planFunnel(
  stages: readonly PortalStage[],
  prefix: string,
  wanted: readonly StageDefinition[],
  isOurs: boolean,
): FunnelPlan {
  const codeOf = (stage: PortalStage) => stage.statusId.slice(prefix.length)
  const untouched = isOurs && stages.length === NEWBORN.length && stages.every((one) => NEWBORN.includes(codeOf(one)))
  const matched = new Map<StageDefinition, PortalStage>()
  const free = new Set(stages)
  const take = (definition: StageDefinition, stage: PortalStage | undefined) => {
    if (!stage || matched.has(definition) || !free.delete(stage)) return
    matched.set(definition, stage)
  }
  const open = () => wanted.filter((definition) => !matched.has(definition))

  for (const definition of open())
    take(
      definition,
      stages.find((stage) => codeOf(stage) === definition.code),
    )
  for (const definition of open())
    take(
      definition,
      [...free].find((stage) => stage.semantics === definition.semantics && hasName(stage, definition)),
    )
  for (const definition of open())
    if (definition.semantics === 'S' || (untouched && isFirstOfKind(definition, wanted)))
      take(
        definition,
        [...free].find((stage) => stage.semantics === definition.semantics),
      )

  const removed = untouched ? [...free].filter((stage) => stage.semantics === 'P') : []
  return { removed, ...arrange(stages, removed, wanted, matched, untouched, prefix) }
}

function hasName(stage: PortalStage, definition: StageDefinition): boolean {
  return [definition.label.ru, definition.label.en].some((label) => plainName(label) === plainName(stage.name))
}

function isFirstOfKind(definition: StageDefinition, wanted: readonly StageDefinition[]): boolean {
  return wanted.find((one) => one.semantics === definition.semantics) === definition
}

/** Everything in progress, then success, then failures; stages of the portal keep their order among themselves. */
function arrange(
  stages: readonly PortalStage[],
  removed: readonly PortalStage[],
  wanted: readonly StageDefinition[],
  matched: Map<StageDefinition, PortalStage>,
  mayRename: boolean,
  prefix: string,
): Omit<FunnelPlan, 'removed'> {
  const ids: Record<string, string> = {}
  const renames = new Map<PortalStage, StageDefinition>()
  for (const [definition, stage] of matched) {
    ids[definition.code] = stage.statusId
    if (mayRename && !hasName(stage, definition)) renames.set(stage, definition)
  }
  const missing = wanted.filter((definition) => !matched.has(definition))
  const kept = stages.filter((stage) => !removed.includes(stage)).toSorted((a, b) => a.sort - b.sort || a.id - b.id)
  const changed: FunnelPlan['changed'] = []
  const added: FunnelPlan['added'] = []
  let sort = 0
  for (const kind of ['P', 'S', 'F'] as const) {
    for (const stage of kept.filter((one) => one.semantics === kind)) {
      const rename = renames.get(stage) ?? null
      // Sorting a funnel nobody adds to would be meddling.
      const next = missing.length ? Math.max(stage.sort, sort + STEP) : stage.sort
      if (rename || next !== stage.sort) changed.push({ stage, sort: next, rename })
      sort = next
    }
    for (const definition of missing.filter((one) => one.semantics === kind)) {
      sort += STEP
      const statusId = definition.code.slice(0, LONGEST_ID - prefix.length)
      ids[definition.code] = prefix + statusId
      added.push({ definition, statusId, sort })
    }
  }
  return { changed, added, ids }
}
