import type { CardKind } from '../../contract/card.ts'
import type { PortalStore } from '../store/database.ts'
import type { LiveHub } from './live-hub.ts'

/** One portal as the endpoints know it: its own file, who is looking at what, and the doors to the rest. */
export interface Room {
  memberId: string
  /** Scheme, host and port of the portal. */
  origin: string
  store: PortalStore
  live: LiveHub
  /** A person taught a text: rows that hold it find their place anew. */
  relearnPlace(text: string): Promise<void>
  /** Something was accepted: deliver it now. */
  wakeOutbox(): void
  /** Takes an item just read from the portal into the copy. */
  takeOver(kind: CardKind, item: Record<string, unknown>): Promise<void>
}
