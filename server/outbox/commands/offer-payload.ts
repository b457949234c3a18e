import { z } from 'zod'
import { BODY_CODES, TERM_EVENT_CODES, VAT_CODES } from '../../../contract/codes.ts'
import { loadKind } from '../../../contract/load.ts'
import { money } from '../../../contract/money.ts'

/** What every step of an offer's chain knows of it, in our own terms; fixed when the offer is accepted. */
export const offerPayload = z.object({
  load: z.object({ kind: loadKind, id: z.number().int() }),
  companyId: z.number().int(),
  companyName: z.string(),
  rate: money,
  vat: z.enum(VAT_CODES),
  term: z
    .object({
      event: z.enum(TERM_EVENT_CODES),
      days: z.number().int(),
      bankDays: z.boolean(),
      prepayPercent: z.number(),
    })
    .nullable(),
  body: z.enum(BODY_CODES).nullable(),
  capacityKg: z.number().nullable(),
  vehiclePlate: z.string().nullable(),
  trailerPlate: z.string().nullable(),
  driverName: z.string().nullable(),
  driverPhone: z.string().nullable(),
  availableFromAt: z.string().nullable(),
  validUntilAt: z.string().nullable(),
  comment: z.string().nullable(),
  /** Copied from the load, so that the offer stays useful when the load is gone. */
  loadText: z.string().nullable(),
  unloadText: z.string().nullable(),
  loadFromAt: z.string().nullable(),
})
export type OfferPayload = z.infer<typeof offerPayload>
