import { PortalError } from '../errors.ts'
import { BATCH_SIZE } from '../portal/batch.ts'
import type { SchemaMap } from '../portal/schema-map.ts'
import type { PortalStore } from '../store/database.ts'
import { ENTITY_WRITERS, isGone, selectFor, typeIdOf, type EntityName } from './entities.ts'
import type { Item } from './indexers/item-reader.ts'
import { itemsOf, PAGE_SIZE } from './page-chain.ts'
import type { FindPlace } from './indexers/place-finder.ts'
import type { PortalCopy } from './portal-copy.ts'

/** Ids by entity: what is to be brought up to date, whatever happened to it. */
export type ItemIds = Map<EntityName, Set<number>>

/** What the portal shows of these items now; ids that it does not show are gone. */
export interface SeenItems {
  entity: EntityName
  items: Item[]
  goneIds: number[]
}

/**
 * Reads the items again, fifty a call, fifty calls a batch. A hint says only that something happened; the portal's
 * present answer decides, so order, repetition and loss of hints do not matter. Throws PortalError when it refuses.
 */
export async function readAgain(copy: PortalCopy, ids: ItemIds): Promise<SeenItems[]> {
  const wanted = [...ids].flatMap(([entity, set]) => {
    if (isGone(copy.map, entity)) return []
    const list = [...set]
    const parts: { entity: EntityName; ids: number[] }[] = []
    for (let at = 0; at < list.length; at += PAGE_SIZE) parts.push({ entity, ids: list.slice(at, at + PAGE_SIZE) })
    return parts
  })
  const seen: SeenItems[] = []
  for (let at = 0; at < wanted.length; at += BATCH_SIZE) {
    const group = wanted.slice(at, at + BATCH_SIZE)
    const answers = await copy.client.batch(
      Object.fromEntries(
        group.map((part, index) => {
          const params = {
            entityTypeId: typeIdOf(part.entity, copy.map),
            select: selectFor(part.entity, copy.map),
            filter: { '@id': part.ids },
            order: { id: 'ASC' },
            start: -1,
            useOriginalUfNames: 'Y',
          }
          return [`part${index}`, { method: 'crm.item.list', params }]
        }),
      ),
    )
    group.forEach((part, index) => {
      const answer = answers[`part${index}`]
      // Taking a refusal for "there is nothing" would delete what is there.
      if (!answer?.ok) throw refusal(answer)
      const items = itemsOf(answer.result)
      const shown = new Set(items.map((item) => Number(item.id)))
      seen.push({ entity: part.entity, items, goneIds: part.ids.filter((id) => !shown.has(id)) })
    })
  }
  return seen
}

function refusal(answer: { code: string; status: number } | undefined): PortalError {
  return new PortalError('crm.item.list', answer?.code ?? '', answer?.status ?? 0, { retryable: true })
}

/** Writes what was seen, `evenOlder` than what the copy holds; call it inside a transaction, with a finder made before it. */
export async function writeSeen(
  transaction: PortalStore,
  seen: readonly SeenItems[],
  map: SchemaMap,
  find: FindPlace,
  evenOlder = false,
): Promise<void> {
  for (const { entity, items, goneIds } of seen) {
    await ENTITY_WRITERS[entity].save(transaction, items, map, find, evenOlder)
    if (goneIds.length) await ENTITY_WRITERS[entity].remove(transaction, goneIds)
  }
}
