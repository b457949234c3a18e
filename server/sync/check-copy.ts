import { compareCopies, type CopyDifference } from '../store/compare-copies.ts'
import { openPortalStore } from '../store/database.ts'
import { ENTITIES, type EntityName } from './entities.ts'
import { runImport, type ImportOptions } from './import.ts'
import type { PortalCopy } from './portal-copy.ts'
import { readAgain, writeSeen, type ItemIds } from './read-again.ts'

export interface CopyCheck {
  /** How many rows were compared. */
  rows: number
  differences: CopyDifference[]
}

export interface CopyCheckOptions extends ImportOptions {
  /** Where the second copy is made; a file that is not there yet. Whoever asks removes it. */
  scratchFile: string
  /** Waits until what the portal has just told is in the copy. */
  settle: () => Promise<void>
}

/**
 * Reads the whole portal once more, beside the copy, and compares every row. What differs at first is read again after
 * a moment: the portal does not stand still while it is read. Throws PortalError when it does not answer.
 */
export async function checkCopy(copy: PortalCopy, options: CopyCheckOptions): Promise<CopyCheck> {
  const scratch = await openPortalStore(options.scratchFile)
  try {
    const second = { ...copy, store: scratch }
    await runImport(second, options)
    const first = compareCopies(copy.store, scratch)
    if (first.differences.length === 0) return first
    await options.settle()
    const seen = await readAgain(second, itemsIn(first.differences))
    const find = await copy.places.finder()
    await scratch.transaction().execute((transaction) => writeSeen(transaction, seen, copy.map, find))
    return compareCopies(copy.store, scratch)
  } finally {
    await scratch.destroy()
  }
}

function itemsIn(differences: readonly CopyDifference[]): ItemIds {
  const ids: ItemIds = new Map()
  for (const { item } of differences) {
    const entity: EntityName | undefined = ENTITIES.find((name) => name === item?.entity)
    if (!entity) continue
    const known = ids.get(entity)
    if (known) known.add(item!.id)
    else ids.set(entity, new Set([item!.id]))
  }
  return ids
}
