import type { PortalClient } from '../portal/portal-client.ts'
import type { SchemaMap } from '../portal/schema-map.ts'
import type { PortalStore } from '../store/database.ts'
import type { PlacesInStore } from './places-in-store.ts'

/** One portal and its copy, with everything needed to bring the copy up to date. */
export interface PortalCopy {
  memberId: string
  /** Reads with the rights of the administrator who installed the app, in the import's lane. */
  client: PortalClient
  map: SchemaMap
  store: PortalStore
  places: PlacesInStore
}

/** Opens a portal's copy; `context.ts` knows how. Throws NotAllowedError('not_installed') for a portal that has none. */
export type OpenPortalCopy = (memberId: string) => Promise<PortalCopy>
