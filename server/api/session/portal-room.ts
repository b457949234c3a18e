import type { KnownPortal, PortalClients, TokenStorage } from '../../portal/portal-client.ts'
import type { SchemaMap } from '../../portal/schema-map.ts'
import type { Seal } from '../../store/seal.ts'
import type { Room } from '../room.ts'
import type { ProofCache } from './proof-cache.ts'

/** A room with what the session needs to ask the portal who somebody is. */
export interface PortalRoom extends Room {
  portal: KnownPortal
  /** null until the portal is fitted. */
  map(): SchemaMap | null
  clients: PortalClients
  tokens: TokenStorage
  /** For what may not lie openly in the portal’s file. */
  seal: Seal
  proofs: ProofCache
  /** An administrator has proved himself: he takes over where the one who installed us is gone. */
  administratorCame(userId: number): Promise<void>
}
