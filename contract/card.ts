import { z } from 'zod'

/** What a card of the portal can be about. A load (request or order) is what matching reads; the rest is CRM. */
export const CARD_KINDS = ['request', 'order', 'offer', 'carrier', 'lead', 'deal', 'contact', 'company'] as const
export const cardKind = z.enum(CARD_KINDS)
export type CardKind = z.infer<typeof cardKind>

/** One item of the portal that somebody has open. */
export const cardReference = z.object({ kind: cardKind, id: z.number().int().positive() })
export type CardReference = z.infer<typeof cardReference>
