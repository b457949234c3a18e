import { z } from 'zod'
import { loadKind } from './load.ts'

/** One full number that somebody was given: who, whose, for which load, why, when. The number itself is kept nowhere. */
export const revealRecord = z.object({
  id: z.number().int(),
  by: z.object({ id: z.number().int(), name: z.string() }),
  company: z.object({ id: z.number().int(), name: z.string() }),
  load: z.object({ kind: loadKind, id: z.number().int() }).nullable(),
  why: z.enum(['call', 'message', 'copy']),
  at: z.string(),
})
export type RevealRecord = z.infer<typeof revealRecord>

/** Answer of `GET /api/reveals`: newest first; `next` leads to older ones. */
export const revealsAnswer = z.object({
  reveals: z.array(revealRecord),
  next: z.number().int().nullable(),
  /** How many each person was given today, the most first; `many` is above what the portal calls ordinary. */
  today: z.array(z.object({ id: z.number().int(), name: z.string(), count: z.number().int(), many: z.boolean() })),
  masked: z.boolean(),
  /** May switch the masking off and on. */
  maySet: z.boolean(),
})
export type RevealsAnswer = z.infer<typeof revealsAnswer>

/** Query of `GET /api/reveals`. */
export const revealsQuery = z.object({
  userId: z.coerce.number().int().positive().optional(),
  before: z.coerce.number().int().positive().optional(),
})

/** Body of `PUT /api/reveals/masking`. */
export const maskingInput = z.object({ masked: z.boolean() })

/** The dialogue with a carrier as the portal's messenger names it; null: he has none yet. */
export const carrierChatAnswer = z.object({
  dialogId: z
    .string()
    .regex(/^chat\d+$/)
    .nullable(),
})
export type CarrierChatAnswer = z.infer<typeof carrierChatAnswer>
