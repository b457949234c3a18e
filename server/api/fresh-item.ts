import type { CardKind, CardReference } from '../../contract/card.ts'
import type { PortalClient } from '../portal/portal-client.ts'
import { typeIdOfCard, type SchemaMap } from '../portal/schema-map.ts'
import type { PortalStore } from '../store/database.ts'
import { readLoadRow } from '../store/load-reader.ts'
import type { ReindexItem } from '../sync/reindex-item.ts'

/** Takes an item somebody has just read into the copy, unless the copy is as new. */
export async function takeOverItem(
  store: PortalStore,
  reindex: (kind: CardKind, item: Record<string, unknown>) => Promise<void>,
  kind: CardKind,
  item: Record<string, unknown>,
): Promise<void> {
  const known = kind === 'request' || kind === 'order' ? await readLoadRow(store, kind, Number(item.id)) : null
  const updatedMs = Date.parse(String(item.updatedTime))
  if (known && !Number.isNaN(updatedMs) && updatedMs <= Date.parse(known.updatedAt)) return
  await reindex(kind, item)
}

/**
 * Reads one item again and takes it into the copy: after a write of ours, or for a card the copy has not heard of.
 * Errors as of PortalClient.
 */
export async function readFreshItem(
  reindex: ReindexItem,
  client: PortalClient,
  map: SchemaMap,
  { kind, id }: CardReference,
): Promise<void> {
  const { result } = await client.call<{ item: Record<string, unknown> }>('crm.item.get', {
    entityTypeId: typeIdOfCard(kind, map),
    id,
    useOriginalUfNames: 'Y',
  })
  await reindex(client.memberId, kind, result.item)
}
