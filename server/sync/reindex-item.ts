import { NotFoundError } from '../errors.ts'
import type { ProcessName } from '../portal/schema-map.ts'
import { ENTITY_WRITERS, isProcess, type EntityName } from './entities.ts'
import type { Item } from './indexers/item-reader.ts'
import type { OpenPortalCopy } from './portal-copy.ts'

/**
 * Writes one item, as the portal has just shown it (`useOriginalUfNames: 'Y'`), into the copy: after a write of
 * ours, or when somebody opens a card the copy does not have yet. Throws NotFoundError for an item without an id.
 */
export type ReindexItem = (memberId: string, entity: ProcessName | EntityName, item: Item) => Promise<void>

export function createReindexItem(open: OpenPortalCopy): ReindexItem {
  return async (memberId, entity, item) => {
    const copy = await open(memberId)
    const find = await copy.places.finder()
    const written = await copy.store
      .transaction()
      .execute((transaction) => ENTITY_WRITERS[entity].save(transaction, [item], copy.map, find))
    if (!written) throw new NotFoundError(`This is no ${isProcess(entity) ? 'item' : entity} of the portal`)
  }
}
