import { z } from 'zod'
import { day, writeKey } from './actions.ts'
import { vehicle } from './carriers.ts'
import { BODY_CODES, CAPTURE_ACTIONS, CHANNEL_CODES, TERM_EVENT_CODES, VAT_CODES } from './codes.ts'
import { loadKind } from './load.ts'
import { money, rate } from './money.ts'
import { write } from './write.ts'

const text = (most: number) => z.string().trim().max(most)
const optional = (most: number) =>
  text(most)
    .nullable()
    .transform((value) => value || null)
const texts = (most: number) => z.array(text(300).min(1)).max(most)

/** A request or an order the carrier was asked about. */
const load = z.object({ kind: loadKind, id: z.number().int().positive() })

const term = z.object({
  event: z.enum(TERM_EVENT_CODES),
  days: z.number().int().min(0).max(365),
  bankDays: z.boolean(),
  prepayPercent: z.number().min(0).max(100),
})

const price = z.object({
  load,
  rate: money.extend({
    minor: z.number().int().positive().max(100_000_000_000),
    currency: z.string().regex(/^[A-Z]{3}$/),
    per: z.enum(['trip', 'km']),
  }),
  vat: z.enum(VAT_CODES),
  term: term.nullable(),
  body: z.enum(BODY_CODES).nullable(),
  capacityKg: z.number().positive().max(200_000).nullable(),
  volumeM3: z.number().positive().max(1000).nullable(),
  vehiclePlate: optional(40),
  trailerPlate: optional(40),
  driverName: optional(200),
  driverPhone: optional(60),
  driverLicence: optional(40),
  /** Registration certificate or VIN. */
  vehiclePaper: optional(40),
  availableFromOn: day.nullable(),
  validUntilOn: day.nullable(),
  comment: optional(2000),
})

/** What was said, by the action it came to. All values are understood already; the server reads them once more. */
export const captured = z.discriminatedUnion('action', [
  price.extend({ action: z.literal('offer') }),
  price.extend({ action: z.literal('executor') }),
  z.object({
    action: z.literal('busy'),
    load: load.nullable(),
    nowPlace: optional(200),
    freePlace: optional(200),
    freeOn: day.nullable(),
    directions: texts(20),
    comment: optional(1000),
  }),
  z.object({
    action: z.literal('base'),
    directions: texts(40),
    vehicles: z.array(vehicle).max(20),
    homePlace: optional(200),
    channel: z.enum(CHANNEL_CODES).nullable(),
    /** The dispatcher's number, where messages go elsewhere than to the company. */
    messageContact: optional(60),
    vat: z.enum(VAT_CODES).nullable(),
    comment: optional(1000),
  }),
])
export type Captured = z.infer<typeof captured>

/** Whom the talk was with: a company of the portal, or one that is made with the press. */
export const captureCarrier = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('known'), companyId: z.number().int().positive() }),
  z.object({
    kind: z.literal('new'),
    title: text(200).min(2),
    taxNumber: optional(20),
    kpp: optional(12),
    registerNumber: optional(20),
  }),
])
export type CaptureCarrier = z.infer<typeof captureCarrier>

export const captureInput = z.object({
  key: writeKey,
  /** The call somebody is in, as the portal names it; null in a card. */
  callId: z.string().max(100).nullable(),
  carrier: captureCarrier,
  /** Who spoke. A number that is not given is the caller's own, where there is a call or a lead. */
  contact: z.object({ name: optional(200), phone: optional(60) }),
  what: captured,
})
export type CaptureInput = z.infer<typeof captureInput>

/** What should be known before the press; nothing of it keeps anybody from pressing. */
export const captureWarning = z.discriminatedUnion('code', [
  z.object({ code: z.literal('stop_list'), reason: z.string().nullable() }),
  z.object({ code: z.literal('paused'), until: z.string().nullable() }),
  z.object({ code: z.literal('security_failed'), on: z.string().nullable() }),
  z.object({ code: z.literal('security_old'), days: z.number().int() }),
  z.object({ code: z.literal('security_unknown') }),
  z.object({ code: z.literal('opted_out'), on: z.string() }),
  z.object({ code: z.literal('phone_elsewhere'), names: z.array(z.string()) }),
  /** Contacts of a carrier with a load on board are what swindlers change: his head is told of it. */
  z.object({ code: z.literal('contact_changes_on_trip'), trips: z.number().int() }),
  z.object({
    code: z.literal('offered_already'),
    rate: rate.nullable(),
    at: z.string(),
    byName: z.string().nullable(),
  }),
  z.object({
    code: z.enum(['rate_low', 'rate_high']),
    lowMinor: z.number().int(),
    highMinor: z.number().int(),
    currency: z.string(),
    count: z.number().int(),
  }),
  z.object({ code: z.literal('excluded_by_client') }),
])
export type CaptureWarning = z.infer<typeof captureWarning>

/** What the form already knows of a carrier. */
export const knownCarrier = z.object({
  companyId: z.number().int(),
  name: z.string(),
  /** «+7 916 •••-••-42». */
  phone: z.string().nullable(),
  person: z.string().nullable(),
  inBase: z.boolean(),
  vehicles: z.array(vehicle),
  directions: z.array(z.string()),
  homePlace: z.string().nullable(),
  freePlace: z.string().nullable(),
  freeOn: z.string().nullable(),
  channel: z.enum(CHANNEL_CODES).nullable(),
  vat: z.enum(VAT_CODES).nullable(),
  /** His last offer, to begin from: he seldom changes his terms and his truck. */
  last: z
    .object({
      vat: z.enum(VAT_CODES).nullable(),
      term: term.nullable(),
      body: z.enum(BODY_CODES).nullable(),
      capacityKg: z.number().nullable(),
      volumeM3: z.number().nullable(),
      vehiclePlate: z.string().nullable(),
      trailerPlate: z.string().nullable(),
      driverName: z.string().nullable(),
      at: z.string(),
    })
    .nullable(),
  warnings: z.array(captureWarning),
})
export type KnownCarrier = z.infer<typeof knownCarrier>

/** An open request as one line to choose. `client` is absent for those who may not see whose it is. */
export const openRequest = z.object({
  kind: loadKind,
  id: z.number().int(),
  title: z.string(),
  from: z.string(),
  to: z.string(),
  loadFromAt: z.string().nullable(),
  bodies: z.array(z.enum(BODY_CODES)),
  weightKg: z.number().nullable(),
  distanceKm: z.number().nullable(),
  targetRate: money.nullable(),
  client: z.string().nullable().optional(),
  /** Why it stands this high: it is the card, asked about it just now, he drove it, he declares it, his truck is near. */
  why: z.enum(['here', 'called', 'driven', 'offered', 'declared', 'near']).nullable(),
})
export type OpenRequest = z.infer<typeof openRequest>

/** What the Carrier form starts from. */
export const captureStart = z.object({
  /** Names the draft: one a person and a card, or a call. */
  place: z.string(),
  callId: z.string().nullable(),
  /** The caller's number, masked; null where nobody calls. */
  callerPhone: z.string().nullable(),
  today: day,
  /** What is likeliest to be written down here. */
  action: z.enum(CAPTURE_ACTIONS),
  /** null: the number belongs to no company that is known here. */
  carrier: knownCarrier.nullable(),
  /** Other companies the number belongs to as well. */
  others: z.array(z.object({ companyId: z.number().int(), name: z.string() })),
  /** Likeliest first. On the card of a request it is the one. */
  requests: z.array(openRequest),
  /** Treatments of VAT this portal has a payment form for. */
  vats: z.array(z.enum(VAT_CODES)),
  currency: z.string(),
  /** What was typed here before and not sent. */
  draft: z.unknown().nullable(),
  /** Path of a request's card in the portal, with `{id}` in it. */
  requestPath: z.string(),
  /** Path of the portal's own form for a new company. */
  companyForm: z.string(),
})
export type CaptureStart = z.infer<typeof captureStart>

export const captureDraft = z.object({
  callId: z.string().max(100).nullable(),
  /** null: sent or thrown away. */
  draft: z.record(z.string(), z.unknown()).nullable(),
})

export const captureCheckInput = z.object({
  callId: z.string().max(100).nullable(),
  /** null: the company is to be made. */
  companyId: z.number().int().positive().nullable(),
  load: load.nullable(),
  rate: price.shape.rate.nullable(),
  vat: z.enum(VAT_CODES).nullable(),
  phone: optional(60),
})
export type CaptureCheckInput = z.infer<typeof captureCheckInput>

/** What a taxpayer's number is known for. `unchecked`: the portal did not answer in time, it is looked at when writing. */
export const companyNumberAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('known'), companyId: z.number().int(), name: z.string() }),
  z.object({ state: z.literal('free'), suggested: z.object({ title: z.string() }).nullable() }),
  z.object({ state: z.literal('unchecked') }),
])
export type CompanyNumberAnswer = z.infer<typeof companyNumberAnswer>

export const captureAnswer = z.object({ write, companyId: z.number().int().nullable() })
