import { CARRIERS } from '../cast.ts'
import { DEAL, LEAD } from '../schema/process.ts'
import { PROCESSES } from '../schema/processes.ts'
import type { Seed, SeedComment, SeedItem, SeedRights } from '../seed.ts'
import { OWN_NATIVE_STAGES, ownNativeStage } from './native-stages.ts'
import { OTHER_TYPES, otherItems } from './other-processes.ts'
import type { OwnProcess } from './own-process.ts'
import { OWN_PROCESSES } from './processes.ts'

const OWN_OF = new Map<number, OwnProcess>(PROCESSES.map((process, at) => [process.entityTypeId, OWN_PROCESSES[at]!]))
const ownType = (entityTypeId: number): number => OWN_OF.get(entityTypeId)?.entityTypeId ?? entityTypeId

/**
 * The same company, people and trade in a portal that grew by itself: twenty-three processes of its own, of which
 * four say what ours say, under other names, stages, fields and lists; no field, stage or element carries our codes.
 */
export function ownPortal(name: string, seed: Seed, today: string): Seed {
  const staff = seed.users.map((user) => user.id)
  const types = [...OTHER_TYPES, ...OWN_PROCESSES.map((process) => process.type)].sort((a, b) => a.id - b.id)
  return {
    ...seed,
    name,
    types,
    nativeStages: OWN_NATIVE_STAGES,
    rights: seed.rights.map((right) => withOthers(ownRights(right))),
    comments: seed.comments.map((comment): SeedComment => ({
      ...comment,
      entityTypeId: ownType(comment.entityTypeId),
    })),
    items: {
      *[Symbol.iterator]() {
        for (const item of seed.items) yield ownItem(item)
        yield* otherItems(today, staff, Object.values(CARRIERS).slice(0, 10))
      },
    },
  }
}

function ownItem(item: SeedItem): SeedItem {
  const process = OWN_OF.get(item.entityTypeId)
  if (process) return process.translate(item, ownParents)
  const kind = item.entityTypeId === LEAD ? 'lead' : item.entityTypeId === DEAL ? 'deal' : null
  if (kind === null) return item
  return { ...item, fields: { ...item.fields, stageId: ownNativeStage(kind, item.fields.stageId) } }
}

function ownParents(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const parent = /^parentId(\d+)$/.exec(name)
      return [parent ? `parentId${ownType(Number(parent[1]))}` : name, value]
    }),
  )
}

type Levels = SeedRights['read']

function ownRights({ departmentId, read, write }: SeedRights): SeedRights {
  const rename = (levels: Levels): Levels =>
    Object.fromEntries(Object.entries(levels).map(([type, level]) => [ownType(Number(type)), level]))
  return { departmentId, read: rename(read), write: rename(write) }
}

/** Everybody reads the rest of the portal; that is how it was left. */
function withOthers({ departmentId, read, write }: SeedRights): SeedRights {
  const open = Object.fromEntries(OTHER_TYPES.map((type) => [type.entityTypeId, 'all' as const]))
  const own = Object.fromEntries(OTHER_TYPES.map((type) => [type.entityTypeId, 'own' as const]))
  return { departmentId, read: { ...open, ...read }, write: { ...own, ...write } }
}
