import { z } from 'zod'
import { attempt } from './carriers.ts'
import { ATTEMPT_RESULTS, BODY_CODES, TERM_EVENT_CODES, VAT_CODES } from './codes.ts'
import { loadKind } from './load.ts'
import { money } from './money.ts'
import { place } from './place.ts'
import { write } from './write.ts'

/** A key the widget makes once per press, so that two presses make one record. */
export const writeKey = z.string().regex(/^[A-Za-z0-9-]{16,64}$/)

/** A calendar day, YYYY-MM-DD. */
export const day = z.iso.date()

export const offerInput = z.object({
  key: writeKey,
  load: z.object({ kind: loadKind, id: z.number().int().positive() }),
  companyId: z.number().int().positive(),
  rate: money.extend({
    minor: z.number().int().positive().max(100_000_000_000),
    currency: z.string().regex(/^[A-Z]{3}$/),
  }),
  vat: z.enum(VAT_CODES),
  term: z
    .object({
      event: z.enum(TERM_EVENT_CODES),
      days: z.number().int().min(0).max(365),
      bankDays: z.boolean(),
      prepayPercent: z.number().min(0).max(100),
    })
    .nullable(),
  body: z.enum(BODY_CODES).nullable(),
  capacityKg: z.number().positive().max(200_000).nullable(),
  vehiclePlate: z.string().trim().max(40).nullable(),
  trailerPlate: z.string().trim().max(40).nullable(),
  driverName: z.string().trim().max(200).nullable(),
  driverPhone: z.string().trim().max(40).nullable(),
  availableFromOn: day.nullable(),
  validUntilAt: z.iso.datetime().nullable(),
  comment: z.string().trim().max(2000).nullable(),
})
export type OfferInput = z.infer<typeof offerInput>

export const attemptInput = z.object({
  key: writeKey,
  load: z.object({ kind: loadKind, id: z.number().int().positive() }),
  companyId: z.number().int().positive(),
  result: z.enum(ATTEMPT_RESULTS).exclude(['offered']),
  /** busy_until: day; call_back: UTC ISO moment; otherwise null. */
  until: z.union([day, z.iso.datetime()]).nullable(),
  /** busy_until: where the truck will be free, as typed. */
  freePlace: z.string().trim().max(200).nullable(),
  comment: z.string().trim().max(1000).nullable(),
})
export type AttemptInput = z.infer<typeof attemptInput>
/** `write` is there when the press also teaches the carrier base in the portal. */
export const attemptAnswer = z.object({ attempt, write: write.nullable() })
export type AttemptAnswer = z.infer<typeof attemptAnswer>

export const revealInput = z.object({
  load: z.object({ kind: loadKind, id: z.number().int().positive() }),
  companyId: z.number().int().positive(),
  why: z.enum(['call', 'message', 'copy']),
})
export type RevealInput = z.infer<typeof revealInput>
/** The one full number, for the portal's telephony; the page drops it at once. */
export const revealAnswer = z.object({ phone: z.string() })

export const teachPlaceInput = z.object({
  load: z.object({ kind: loadKind, id: z.number().int().positive() }),
  /** The text exactly as it stands in the card. */
  text: z.string().trim().min(1).max(500),
  placeId: z.number().int(),
})
export type TeachPlaceInput = z.infer<typeof teachPlaceInput>
/** Answer of `GET /api/places?q=…`: best first. */
export const placesAnswer = z.array(place)
