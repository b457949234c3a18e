import { NATIVE_TYPES, PROCESS_NAMES, selectOf, type ProcessName, type SchemaMap } from '../portal/schema-map.ts'
import { removeCarriers, saveCarriers } from '../store/carrier-writer.ts'
import { removeCompanies, removeContacts, saveCompanies, saveContacts } from '../store/company-writer.ts'
import type { PortalStore } from '../store/database.ts'
import { leaveOutOlder } from '../store/newer-rows.ts'
import { removeDeals, removeLeads, saveDeals, saveLeads } from '../store/lead-and-deal-writer.ts'
import { removeLoads, saveLoads } from '../store/load-writer.ts'
import { removeOffers, saveOffers } from '../store/offer-writer.ts'
import { removeOrderMoney, saveOrderMoney } from '../store/order-money.ts'
import { removeRequestLosses, saveRequestLosses } from '../store/request-losses.ts'
import { indexCarrier } from './indexers/carrier.ts'
import { indexCompany } from './indexers/company.ts'
import { indexContact } from './indexers/contact.ts'
import { indexDeal } from './indexers/deal.ts'
import type { Item } from './indexers/item-reader.ts'
import { indexLead } from './indexers/lead.ts'
import { indexOffer } from './indexers/offer.ts'
import { indexOrder } from './indexers/order.ts'
import { indexOrderMoney } from './indexers/order-money.ts'
import type { FindPlace } from './indexers/place-finder.ts'
import { phonesOf } from './indexers/phones.ts'
import { indexRequest } from './indexers/request.ts'
import { indexRequestLoss } from './indexers/request-loss.ts'

/** Everything `crm.item.*` reads for the copy, in the order of the first import: what others point to comes first. */
export const ENTITIES = ['company', 'contact', 'lead', 'deal', 'request', 'order', 'offer', 'carrier'] as const
export type EntityName = (typeof ENTITIES)[number]

/** What can still be read: without processes that were deleted from the portal. */
export function readableEntities(map: SchemaMap): EntityName[] {
  return ENTITIES.filter((entity) => !isGone(map, entity))
}

/** Whether the process an entity is read from was deleted from the portal. */
export function isGone(map: SchemaMap, entity: EntityName): boolean {
  return PROCESS_NAMES.some((name) => name === entity && map.processes[name].isGone)
}

interface EntityWriter {
  /**
   * Writes what can be read of the items, unless the copy knows a newer state and `evenOlder` is not said; an item without an id is passed over.
   * Returns how many could be read.
   */
  save(
    store: PortalStore,
    items: readonly Item[],
    map: SchemaMap,
    find: FindPlace,
    evenOlder?: boolean,
  ): Promise<number>
  remove(store: PortalStore, ids: readonly number[]): Promise<void>
}

function present<Row>(rows: readonly (Row | null)[]): Row[] {
  return rows.filter((row): row is Row => row !== null)
}

type Stamped = { id: number; updatedAt: string }

function writer<Row extends Stamped | { row: Stamped } | { carrier: Stamped }>(
  entity: EntityName,
  index: (item: Item, map: SchemaMap, find: FindPlace) => Row | null,
  save: (store: PortalStore, rows: Row[]) => Promise<void>,
  remove: EntityWriter['remove'],
): EntityWriter {
  const stampOf = (row: Row): Stamped => ('row' in row ? row.row : 'carrier' in row ? row.carrier : row)
  return {
    async save(store, items, map, find, evenOlder = false) {
      const rows = present(items.map((item) => index(item, map, find)))
      const stamps = rows.map(stampOf)
      const newer = new Set(evenOlder ? stamps : await leaveOutOlder(store, entity, stamps))
      await save(
        store,
        rows.filter((row) => newer.has(stampOf(row))),
      )
      return rows.length
    },
    remove,
  }
}

export const ENTITY_WRITERS: Record<EntityName, EntityWriter> = {
  company: writer(
    'company',
    indexCompany,
    (store, found) =>
      saveCompanies(
        store,
        found.map((one) => one.row),
        found.flatMap((one) => one.phones),
      ),
    removeCompanies,
  ),
  contact: writer(
    'contact',
    indexContact,
    (store, found) =>
      saveContacts(
        store,
        found.map((one) => one.row),
        found.flatMap((one) => one.phones),
      ),
    removeContacts,
  ),
  lead: writer(
    'lead',
    (item) => {
      const row = indexLead(item)
      return row && { row, phones: phonesOf(item, 'lead', row.id) }
    },
    (store, found) =>
      saveLeads(
        store,
        found.map((one) => one.row),
        found.flatMap((one) => one.phones),
      ),
    removeLeads,
  ),
  deal: writer('deal', indexDeal, saveDeals, removeDeals),
  request: writer(
    'request',
    (item, map, find) => {
      const row = indexRequest(item, map, find)
      return row && { row, loss: indexRequestLoss(item, row.id, map) }
    },
    async (store, found) => {
      await saveRequestLosses(
        store,
        found.map((one) => one.loss),
      )
      await saveLoads(
        store,
        'request',
        found.map((one) => one.row),
      )
    },
    async (store, ids) => {
      await removeLoads(store, 'request', ids)
      await removeRequestLosses(store, ids)
    },
  ),
  order: writer(
    'order',
    (item, map, find) => {
      const row = indexOrder(item, map, find)
      return row && { row, money: indexOrderMoney(item, row.id, map) }
    },
    async (store, found) => {
      await saveLoads(
        store,
        'order',
        found.map((one) => one.row),
      )
      await saveOrderMoney(
        store,
        found.map((one) => one.money),
      )
    },
    async (store, ids) => {
      await removeLoads(store, 'order', ids)
      await removeOrderMoney(store, ids)
    },
  ),
  offer: writer('offer', indexOffer, saveOffers, removeOffers),
  carrier: writer('carrier', indexCarrier, saveCarriers, removeCarriers),
}

export function isProcess(entity: EntityName): entity is ProcessName {
  return (PROCESS_NAMES as readonly string[]).includes(entity)
}

export function typeIdOf(entity: EntityName, map: SchemaMap): number {
  return isProcess(entity) ? map.processes[entity].entityTypeId : NATIVE_TYPES[entity]
}

/** Which of ours an entityTypeId is; null for everything else that lives in the portal. */
export function entityOfType(entityTypeId: number, map: SchemaMap): EntityName | null {
  return ENTITIES.find((entity) => typeIdOf(entity, map) === entityTypeId) ?? null
}

const NATIVE_SELECT = ['id', 'title', 'stageId', 'assignedById', 'companyId', 'createdTime', 'updatedTime']

/** Fields to ask for. Phones cannot be listed by name: they come only with everything. */
export function selectFor(entity: EntityName, map: SchemaMap): string[] {
  if (isProcess(entity)) return selectOf(map, entity)
  if (entity === 'company' || entity === 'contact' || entity === 'lead') return ['*']
  return entity === 'deal' ? [...NATIVE_SELECT, 'stageSemanticId', 'additionalInfo'] : NATIVE_SELECT
}
