import type { z } from 'zod'
import type { CardReference } from '../../contract/card.ts'
import type { Language } from '../../contract/codes.ts'
import type { WriteReason } from '../../contract/write.ts'
import type { PortalClient } from '../portal/portal-client.ts'
import type { SchemaMap } from '../portal/schema-map.ts'

/** One step on its way: what to send, with whose rights, and what the steps before it came to. */
export interface Delivery<Payload> {
  /** Acts with the rights of the person who pressed, or of the app that stands in for him. */
  client: PortalClient
  map: SchemaMap
  payload: Payload
  chainKey: string
  userId: number
  /** When the chain was accepted, UTC ISO: nothing of it can be older in the portal. */
  acceptedAt: string
  /** Whom the app acts as when it stands in for somebody: what was written then has this author. */
  appUserId?: number
  /** Whom the app stands in for this time, and what the portal speaks. */
  standsInFor?: { name: string; language: Language }
  /** What the step at this position of the chain has made in the portal; null where it made nothing, or is not done. */
  earlier(position: number): Promise<number | null>
}

/**
 * One kind of write. `findProof` is asked after a lost answer, before anything is sent again: it says whether the
 * portal has carried the write out. A proof without an id is `{ portalId: null }`; no proof is null.
 */
export interface Command<Payload = unknown> {
  readonly name: string
  readonly payload: z.ZodType<Payload>
  /** The item that has changed once it is done, so that the copy reads it again. */
  touched?(payload: Payload, portalId: number | null): CardReference | null
  send(delivery: Delivery<Payload>): Promise<number | null>
  findProof(delivery: Delivery<Payload>): Promise<{ portalId: number | null } | null>
}

/** The write must not be carried out as things stand; a person reads why. */
export class DeliveryRefusedError extends Error {
  override name = 'DeliveryRefusedError'
  readonly reason: WriteReason

  constructor(reason: WriteReason, message: string) {
    super(message)
    this.reason = reason
  }
}
