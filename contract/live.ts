import { z } from 'zod'
import { attempt } from './carriers.ts'
import { write } from './write.ts'

/**
 * One message of `GET /api/loads/:kind/:id/live`: the `data` line of a server-sent event, as JSON. The stream is
 * read with fetch (a bearer session cannot travel in EventSource); lines that start with a colon are heartbeats.
 */
export const liveEvent = z.discriminatedUnion('kind', [
  /** A colleague (or the reader himself, in another window) pressed a result for a carrier of this load. */
  z.object({ kind: z.literal('attempt'), attempt }),
  /** A chain accepted for this load moved on its way to the portal. */
  z.object({ kind: z.literal('write'), companyId: z.number().int().nullable(), write }),
  /** The copy of this load or of its offers changed: ask for the list again when convenient. */
  z.object({ kind: z.literal('changed'), asOf: z.string() }),
])
export type LiveEvent = z.infer<typeof liveEvent>
