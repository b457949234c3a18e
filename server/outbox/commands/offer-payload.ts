import { z } from 'zod'
import { BODY_CODES, LANGUAGES, TERM_EVENT_CODES, VAT_CODES } from '../../../contract/codes.ts'
import { loadKind } from '../../../contract/load.ts'
import { money } from '../../../contract/money.ts'

/** What every step of an offer's chain knows of it, in our own terms; fixed when the offer is accepted. */
export const offerPayload = z.object({
  /** The portal’s: its title and comment are read by everybody there. */
  language: z.enum(LANGUAGES).default('ru'),
  load: z.object({ kind: loadKind, id: z.number().int() }),
  /** null: made by the step at `companyStep`. */
  companyId: z.number().int().nullable(),
  companyStep: z.number().int().nullable().default(null),
  companyName: z.string(),
  /** `executor`: he is named with truck and driver, and proposed for the award. */
  action: z.enum(['quote', 'executor']).default('quote'),
  /** For the trip; null while only a price per kilometre was named and nobody knows the kilometres. */
  rate: money.nullable(),
  ratePerKm: money.nullable().default(null),
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
  volumeM3: z.number().nullable().default(null),
  vehiclePlate: z.string().nullable(),
  trailerPlate: z.string().nullable(),
  driverName: z.string().nullable(),
  driverPhone: z.string().nullable(),
  driverLicence: z.string().nullable().default(null),
  vehiclePaper: z.string().nullable().default(null),
  availableFromAt: z.string().nullable(),
  validUntilAt: z.string().nullable(),
  /** The last day of validity as people say it, YYYY-MM-DD; null where only the moment is known. */
  validUntilOn: z.string().nullable().default(null),
  source: z.enum(['form', 'call']).default('form'),
  comment: z.string().nullable(),
  /** Copied from the load, so that the offer stays useful when the load is gone. */
  loadText: z.string().nullable(),
  unloadText: z.string().nullable(),
  loadFromAt: z.string().nullable(),
})
/** As a chain is made; what is left out is said by the schema. */
export type NewOfferPayload = z.input<typeof offerPayload>
export type OfferPayload = z.infer<typeof offerPayload>
