import { NotAllowedError } from '../errors.ts'
import type { KnownPortal, PortalClients } from '../portal/portal-client.ts'
import type { SchemaMap } from '../portal/schema-map.ts'
import type { PortalStore, Registry } from '../store/database.ts'
import { readMeta } from '../store/meta.ts'
import type { PortalStores } from '../store/portal-stores.ts'
import { findPortal } from '../store/portals.ts'
import { createPlacesInStore, type PlaceResolver, type PlacesInStore } from './places-in-store.ts'
import type { OpenPortalCopy } from './portal-copy.ts'

export interface PortalCopySettings {
  registry: Registry
  stores: PortalStores
  clients: PortalClients
  resolver: PlaceResolver
}

/** Place texts of each portal, kept between uses; `relearnPlace` needs the very same one. */
export type PlacesOf = (memberId: string) => Promise<PlacesInStore>

/** How the copies of portals are opened. A removed portal has none. */
export function createPortalCopies(settings: PortalCopySettings): { open: OpenPortalCopy; placesOf: PlacesOf } {
  const { registry, stores, clients, resolver } = settings
  // By the open file: a portal that comes back after its file was erased starts with nothing remembered.
  const places = new WeakMap<PortalStore, PlacesInStore>()

  const placesOf: PlacesOf = async (memberId) => {
    const store = await stores.of(memberId)
    const known = places.get(store)
    if (known) return known
    const made = createPlacesInStore(store, resolver)
    places.set(store, made)
    return made
  }
  const open: OpenPortalCopy = async (memberId) => {
    const row = await findPortal(registry, memberId)
    if (!row || row.state === 'removed') throw new NotAllowedError('portal_unknown', 'This portal has no app of ours')
    const store = await stores.of(memberId)
    const map = await readMeta<SchemaMap>(store, 'schemaMap')
    if (!map) throw new NotAllowedError('not_installed', 'This portal has not been fitted yet')
    const portal: KnownPortal = row
    const client = clients.forUser(portal, portal.installedByUserId, 'import')
    return { memberId, client, map, store, places: await placesOf(memberId) }
  }
  return { open, placesOf }
}
