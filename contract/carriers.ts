import { z } from 'zod'
import { ATTEMPT_RESULTS, BODY_CODES, CARRIER_SOURCES, LOADING_CODES } from './codes.ts'
import { load } from './load.ts'
import { rate } from './money.ts'
import { write } from './write.ts'

/**
 * One addend of a score, as data: the widget renders it in the reader's language with correct plurals.
 * `points` is what this line adds to the evidence, so the lines of a row can be compared.
 */
export const reason = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('trips_exact'),
    count: z.number().int(),
    lastAgeDays: z.number().int(),
    from: z.string(),
    to: z.string(),
    points: z.number(),
  }),
  z.object({
    kind: z.literal('offers_exact'),
    count: z.number().int(),
    lastAgeDays: z.number().int(),
    from: z.string(),
    to: z.string(),
    points: z.number(),
  }),
  z.object({
    kind: z.literal('trips_near'),
    count: z.number().int(),
    lastAgeDays: z.number().int(),
    from: z.string(),
    to: z.string(),
    offKm: z.number(),
    points: z.number(),
  }),
  z.object({
    kind: z.literal('offers_near'),
    count: z.number().int(),
    lastAgeDays: z.number().int(),
    from: z.string(),
    to: z.string(),
    offKm: z.number(),
    points: z.number(),
  }),
  /** The weaker lanes nearby, summed up in one line so that the strong ones can be read. */
  z.object({
    kind: z.literal('near_rest'),
    lanes: z.number().int(),
    trips: z.number().int(),
    offers: z.number().int(),
    points: z.number(),
  }),
  z.object({
    kind: z.literal('declared'),
    from: z.string(),
    to: z.string(),
    bothWays: z.boolean(),
    offKm: z.number(),
    points: z.number(),
  }),
  z.object({
    kind: z.literal('region'),
    trips: z.number().int(),
    offers: z.number().int(),
    fromRegion: z.string(),
    toRegion: z.string(),
    points: z.number(),
  }),
  z.object({
    kind: z.literal('stands_at'),
    place: z.string(),
    offKm: z.number(),
    ageDays: z.number().int(),
    points: z.number(),
  }),
  z.object({ kind: z.literal('free_at'), place: z.string(), offKm: z.number(), on: z.string(), points: z.number() }),
  z.object({ kind: z.literal('preferred'), points: z.number() }),
  z.object({ kind: z.literal('attempted'), result: z.enum(ATTEMPT_RESULTS), points: z.number() }),
])
export type Reason = z.infer<typeof reason>

/** Why a carrier cannot take this load, and by what a person sees what would have to change. */
export const vetoReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('body'), needs: z.array(z.enum(BODY_CODES)), has: z.array(z.enum(BODY_CODES)) }),
  z.object({ kind: z.literal('weight'), needsKg: z.number(), hasKg: z.number() }),
  z.object({ kind: z.literal('volume'), needsM3: z.number(), hasM3: z.number() }),
  z.object({
    kind: z.literal('loading'),
    needs: z.array(z.enum(LOADING_CODES)),
    all: z.boolean(),
    has: z.array(z.enum(LOADING_CODES)),
  }),
  z.object({ kind: z.literal('adr'), needs: z.string() }),
  z.object({ kind: z.literal('adr_expired'), needs: z.string(), until: z.string() }),
  z.object({ kind: z.literal('temperature'), fromC: z.number().nullable(), toC: z.number().nullable() }),
  z.object({ kind: z.literal('stop_list'), why: z.string().nullable() }),
  z.object({ kind: z.literal('security_failed') }),
  z.object({ kind: z.literal('paused'), until: z.string().nullable() }),
  z.object({ kind: z.literal('excluded_by_client') }),
  z.object({ kind: z.literal('no_contact') }),
  z.object({ kind: z.literal('opted_out') }),
  z.object({ kind: z.literal('attempt'), result: z.enum(ATTEMPT_RESULTS), until: z.string().nullable() }),
])
export type VetoReason = z.infer<typeof vetoReason>

export const vehicle = z.object({
  body: z.enum(BODY_CODES).nullable(),
  capacityKg: z.number().nullable(),
  volumeM3: z.number().nullable(),
  loading: z.array(z.enum(LOADING_CODES)),
  plate: z.string().nullable(),
})
export type Vehicle = z.infer<typeof vehicle>

export const attempt = z.object({
  key: z.string(),
  companyId: z.number().int(),
  result: z.enum(ATTEMPT_RESULTS),
  byUserId: z.number().int(),
  byName: z.string(),
  at: z.string(),
  /** busy_until: a calendar day (YYYY-MM-DD); call_back: a moment (UTC ISO). */
  until: z.string().nullable(),
  comment: z.string().nullable(),
})
export type Attempt = z.infer<typeof attempt>

export const whereabouts = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('now'), place: z.string(), at: z.string(), offKm: z.number().nullable() }),
  z.object({ kind: z.literal('free'), place: z.string(), on: z.string(), offKm: z.number().nullable() }),
  z.object({ kind: z.literal('home'), place: z.string(), offKm: z.number().nullable() }),
])
export type Whereabouts = z.infer<typeof whereabouts>

export const carrierRow = z.object({
  companyId: z.number().int(),
  name: z.string(),
  /** How much each source knows about this carrier and this lane; a source that knows nothing is absent. */
  sources: z.array(z.object({ source: z.enum(CARRIER_SOURCES), count: z.number().int() })),
  score: z.number(),
  reasons: z.array(reason),
  vetoes: z.array(vetoReason),
  vehicles: z.array(vehicle),
  whereabouts: whereabouts.nullable(),
  lastRate: rate
    .extend({ ageDays: z.number().int(), from: z.string(), to: z.string(), exactLane: z.boolean() })
    .nullable(),
  /** «+7 916 •••-••-42»: a full number never reaches a list. Null when the carrier has no phone. */
  contact: z.object({ masked: z.string(), person: z.string().nullable(), channel: z.string().nullable() }).nullable(),
  preferred: z.boolean(),
  /** Attempts on this load, and an answer «не возит» given for another load on this lane; newest first. */
  attempts: z.array(attempt),
  /** Offers this carrier has already made on this load, newest first. */
  offers: z.array(
    z.object({
      id: z.number().int().nullable(),
      key: z.string().nullable(),
      rate: rate.nullable(),
      at: z.string(),
      byName: z.string().nullable(),
      write: write.nullable(),
    }),
  ),
})
export type CarrierRow = z.infer<typeof carrierRow>

/** Rates seen on this lane. Few records are said to be few: `few` is a state, not a bare number. */
export const laneRates = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({
    state: z.literal('few'),
    count: z.number().int(),
    carriers: z.number().int(),
    area: z.enum(['exact', 'near', 'region']),
  }),
  z.object({
    state: z.literal('enough'),
    count: z.number().int(),
    carriers: z.number().int(),
    area: z.enum(['exact', 'near', 'region']),
    /** All rates are brought to this treatment before they are compared; null: they were of one kind already. */
    treatment: z.string(),
    medianMinor: z.number().int(),
    lowerQuartileMinor: z.number().int(),
    upperQuartileMinor: z.number().int(),
    currency: z.string(),
    medianPerKmMinor: z.number().int().nullable(),
    sinceOn: z.string(),
    /** One point a calendar month, oldest first. */
    history: z.array(z.object({ month: z.string(), medianMinor: z.number().int(), count: z.number().int() })),
  }),
])
export type LaneRates = z.infer<typeof laneRates>

export const carriersAnswer = z.object({
  load,
  rows: z.array(carrierRow),
  /** Vetoed carriers, best first: visible below with the reason, never dropped. */
  vetoed: z.array(carrierRow),
  /** All candidates and all vetoed before the lists were cut. */
  total: z.number().int(),
  totalVetoed: z.number().int(),
  rates: laneRates,
  /** When the copy was last known equal to the portal, UTC ISO. */
  asOf: z.string(),
  /** true when the portal did not answer and a proof of the last 15 minutes was used. */
  stale: z.boolean(),
  weightsVersion: z.string(),
})
export type CarriersAnswer = z.infer<typeof carriersAnswer>
