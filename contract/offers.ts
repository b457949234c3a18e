import { z } from 'zod'
import { day, writeKey } from './actions.ts'
import { laneRates } from './carriers.ts'
import { BODY_CODES, VAT_CODES, type Label } from './codes.ts'
import { loadKind } from './load.ts'
import { money, rate } from './money.ts'
import { OWN_REGIMES, paymentTerm } from './profit.ts'
import { write } from './write.ts'

/**
 * Where an offer stands today. It follows the portal's stage, except that one which was only good until a moment that
 * has passed is expired, whatever its stage still says.
 */
export const OFFER_STATE_LABELS = {
  active: { ru: 'действует', en: 'active' },
  bargain: { ru: 'торг', en: 'bargaining' },
  accepted: { ru: 'принято', en: 'accepted' },
  awarded: { ru: 'исполнитель', en: 'awarded' },
  declined: { ru: 'отклонено нами', en: 'declined by us' },
  withdrawn: { ru: 'отказ перевозчика', en: 'withdrawn by the carrier' },
  expired: { ru: 'истекло', en: 'expired' },
} as const satisfies Record<string, Label>
export type OfferState = keyof typeof OFFER_STATE_LABELS
export const OFFER_STATES = Object.keys(OFFER_STATE_LABELS) as [OfferState, ...OfferState[]]

export const DECLINE_REASON_LABELS = {
  rate: { ru: 'дорого', en: 'too dear' },
  dates: { ru: 'сроки', en: 'dates' },
  vehicle: { ru: 'не подходит машина', en: 'vehicle does not fit' },
  security: { ru: 'не прошёл проверку', en: 'failed the check' },
  competitor: { ru: 'выбран другой перевозчик', en: 'another carrier chosen' },
  client_declined: { ru: 'клиент отказался', en: 'client declined' },
  other: { ru: 'другое', en: 'other' },
} as const satisfies Record<string, Label>
export type DeclineReason = keyof typeof DECLINE_REASON_LABELS
export const DECLINE_REASONS = Object.keys(DECLINE_REASON_LABELS) as [DeclineReason, ...DeclineReason[]]

export const OFFER_SOURCE_LABELS = {
  call: { ru: 'звонок', en: 'call' },
  form: { ru: 'форма', en: 'form' },
  messenger: { ru: 'мессенджер', en: 'messenger' },
  board: { ru: 'биржа', en: 'board' },
  email: { ru: 'почта', en: 'e-mail' },
  import: { ru: 'импорт', en: 'import' },
} as const satisfies Record<string, Label>
export type OfferSource = keyof typeof OFFER_SOURCE_LABELS
export const OFFER_SOURCES = Object.keys(OFFER_SOURCE_LABELS) as [OfferSource, ...OfferSource[]]

/** What people do with an offer. `answer` is the carrier's new price in a bargain, `counter` is ours. */
export const OFFER_ACTIONS = [
  'accept',
  'decline',
  'withdraw',
  'counter',
  'answer',
  'award',
  'extend',
  'reopen',
] as const
export type OfferAction = (typeof OFFER_ACTIONS)[number]

const priceInput = money.extend({
  minor: z.number().int().positive().max(100_000_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/),
})
const comment = z.string().trim().max(1000).nullable().default(null)
const decided = { key: writeKey, comment }

/** Body of `POST /api/offers/:id/decisions`. */
export const offerDecisionInput = z.discriminatedUnion('action', [
  z.object({ action: z.literal('accept'), ...decided }),
  z.object({ action: z.literal('decline'), ...decided, reason: z.enum(DECLINE_REASONS) }),
  z.object({ action: z.literal('withdraw'), ...decided }),
  z.object({ action: z.literal('counter'), ...decided, rate: priceInput, vat: z.enum(VAT_CODES) }),
  z.object({
    action: z.literal('answer'),
    ...decided,
    rate: priceInput,
    vat: z.enum(VAT_CODES),
    validUntilAt: z.iso.datetime().nullable(),
  }),
  z.object({ action: z.literal('award'), ...decided }),
  z.object({ action: z.literal('extend'), ...decided, validUntilAt: z.iso.datetime() }),
  z.object({ action: z.literal('reopen'), ...decided }),
])
export type OfferDecisionInput = z.infer<typeof offerDecisionInput>

/** One step of an offer's life as it was pressed here: who, when, what, and where its writing stands. */
export const offerDecision = z.object({
  key: z.string(),
  action: z.enum(OFFER_ACTIONS),
  byUserId: z.number().int(),
  byName: z.string(),
  at: z.string(),
  rate: rate.nullable(),
  reason: z.enum(DECLINE_REASONS).nullable(),
  comment: z.string().nullable(),
  validUntilAt: z.string().nullable(),
  write: write.nullable(),
})
export type OfferDecision = z.infer<typeof offerDecision>

/** Why offers cannot be compared: the price, its VAT treatment, its currency or (of a price per km) the distance. */
export const COMPARISON_GAPS = ['price', 'vat', 'currency', 'distance'] as const
export type ComparisonGap = (typeof COMPARISON_GAPS)[number]

/** What an offer costs us on equal terms. Kopecks. */
export const offerComparison = z.discriminatedUnion('state', [
  z.object({ state: z.literal('unknown'), missing: z.array(z.enum(COMPARISON_GAPS)) }),
  z.object({
    state: z.literal('known'),
    /** The whole price as asked; of a price per km, by the distance. */
    priceMinor: z.number().int(),
    /** Without the VAT we take back. */
    netCostMinor: z.number().int(),
    /** What paying later saves us, by the portal's annual rate; null where the term or the rate is not known. */
    deferralMinor: z.number().int().nullable(),
    /** The net cost less what paying later saves: what offers are ordered by. */
    equalMinor: z.number().int(),
    /** What is left of the client's price; null for those who may not see it, absent prices and unknown own entities. */
    marginMinor: z.number().int().nullable(),
    marginShare: z.number().nullable(),
  }),
])
export type OfferComparison = z.infer<typeof offerComparison>

/** One offer as a list shows it. */
export const offerLine = z.object({
  id: z.number().int(),
  kind: z.enum(['quote', 'executor']),
  state: z.enum(OFFER_STATES),
  declineReason: z.enum(DECLINE_REASONS).nullable(),
  /** The request or order it was made for; null for one that stands alone. */
  load: z.object({ kind: loadKind, id: z.number().int(), open: z.boolean() }).nullable(),
  company: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  loadOn: day.nullable(),
  rate: rate.nullable(),
  ratePerKm: rate.nullable(),
  term: paymentTerm.nullable(),
  body: z.enum(BODY_CODES).nullable(),
  capacityKg: z.number().nullable(),
  volumeM3: z.number().nullable(),
  vehiclePlate: z.string().nullable(),
  trailerPlate: z.string().nullable(),
  driverName: z.string().nullable(),
  availableFromAt: z.string().nullable(),
  validUntilAt: z.string().nullable(),
  source: z.enum(OFFER_SOURCES).nullable(),
  round: z.number().int().nullable(),
  author: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  comment: z.string().nullable(),
  createdAt: z.string(),
  /** What may be done with it now. */
  actions: z.array(z.enum(OFFER_ACTIONS)),
  decisions: z.array(offerDecision),
})
export type OfferLine = z.infer<typeof offerLine>

/** The tab of a request or an order. */
export const offersOfLoad = z.object({
  of: z.literal('load'),
  card: z.object({ kind: loadKind, id: z.number().int() }),
  asOf: z.string(),
  open: z.boolean(),
  lane: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
  distanceKm: z.number().nullable(),
  /** Present only for viewers who may see margins; absent (not null) for everybody else. */
  clientRate: rate.nullable().optional(),
  targetRate: money.nullable(),
  /** How our own entity is taken to be taxed when costs are compared. */
  regime: z.enum(OWN_REGIMES),
  /** Per cent a year by which later payments are valued; null: not set. */
  annualPercent: z.number().nullable(),
  rates: laneRates,
  offers: z.array(offerLine.extend({ comparison: offerComparison })),
})
export type OffersOfLoad = z.infer<typeof offersOfLoad>

/** The portal's numbers of its processes «Запрос» and «Заявка», for links to their cards. */
const loadTypeIds = z.object({ request: z.number().int(), order: z.number().int() })

/** The tab of a carrier: his company or his entry in the base. */
export const offersOfCarrier = z.object({
  of: z.literal('carrier'),
  card: z.object({ kind: z.enum(['company', 'carrier']), id: z.number().int() }),
  asOf: z.string(),
  company: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  figures: z.object({
    offers: z.number().int(),
    awarded: z.number().int(),
    declined: z.number().int(),
    withdrawn: z.number().int(),
    trips: z.number().int(),
    brokenTrips: z.number().int(),
    lastTripOn: day.nullable(),
  }),
  /** What of his papers ends when; `on` null: not told. */
  papers: z.array(
    z.object({
      paper: z.enum(['adr', 'security']),
      on: day.nullable(),
      state: z.enum(['valid', 'ended', 'unknown', 'failed']),
    }),
  ),
  lanes: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      offers: z.number().int(),
      trips: z.number().int(),
      lastRate: rate.nullable(),
      lastAt: z.string().nullable(),
    }),
  ),
  offers: z.array(offerLine),
  /** Older offers that are not listed here; the page of all offers has them. */
  more: z.number().int(),
  loadTypeIds,
})
export type OffersOfCarrier = z.infer<typeof offersOfCarrier>

const list = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z
    .string()
    .max(200)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.enum(values)))

/** Query of `GET /api/offers` and of an export: empty means any. */
export const offerFilter = z.object({
  /** A part of a carrier's name, or the number of an offer. */
  q: z.string().trim().max(100).optional(),
  fromPlaceId: z.coerce.number().int().optional(),
  toPlaceId: z.coerce.number().int().optional(),
  sinceOn: day.optional(),
  untilOn: day.optional(),
  body: z.enum(BODY_CODES).optional(),
  companyId: z.coerce.number().int().positive().optional(),
  authorId: z.coerce.number().int().positive().optional(),
  states: list(OFFER_STATES).optional(),
})
export type OfferFilter = z.infer<typeof offerFilter>

/** The page of all offers: newest first, `next` leads to older ones. */
export const offersOfPortal = z.object({
  of: z.literal('portal'),
  asOf: z.string(),
  offers: z.array(offerLine),
  next: z.string().nullable(),
  /** How many fit the filter; counted no further than `counted`. */
  total: z.object({ count: z.number().int(), isMore: z.boolean() }).nullable(),
  authors: z.array(z.object({ id: z.number().int(), name: z.string() })),
  mayExport: z.boolean(),
  loadTypeIds,
})
export type OffersOfPortal = z.infer<typeof offersOfPortal>

export const offersAnswer = z.discriminatedUnion('of', [offersOfLoad, offersOfCarrier, offersOfPortal])
export type OffersAnswer = z.infer<typeof offersAnswer>

/** Answer of a decision: where its writing stands. */
export const offerDecisionAnswer = z.object({ write })
export type OfferDecisionAnswer = z.infer<typeof offerDecisionAnswer>

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const
/** Body of `POST /api/exports/offers`; the answer is an address that works once, for a minute. */
export const exportInput = z.object({ format: z.enum(EXPORT_FORMATS), filter: z.record(z.string(), z.string()) })
export type ExportInput = z.infer<typeof exportInput>
export const exportAnswer = z.object({ url: z.string() })
