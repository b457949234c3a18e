import { z } from 'zod'
import { ATTEMPT_RESULTS, BODY_CODES, CARRIER_SOURCES, LOADING_CODES } from './codes.ts'
import { load } from './load.ts'
import { rate } from './money.ts'
import { reason } from './reasons.ts'
import { vetoReason, warning } from './vetoes.ts'
import { write } from './write.ts'

export { reason, type Reason } from './reasons.ts'
export { vetoReason, warning, type VetoReason, type Warning } from './vetoes.ts'

export const vehicle = z.object({
  body: z.enum(BODY_CODES).nullable(),
  capacityKg: z.number().nullable(),
  volumeM3: z.number().nullable(),
  /** Inner length of the body, metres. */
  lengthM: z.number().nullable(),
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
  /** What has to be looked at before he is given the load; none of it keeps him from the list. */
  warnings: z.array(warning),
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

/** What to name to the next carrier, with where seven of ten rates lie; in the treatment of the lane's rates. */
export const suggestedRate = z.object({
  minor: z.number().int(),
  lowMinor: z.number().int(),
  highMinor: z.number().int(),
  /** `lane`: the lane's own rates; `length`: those of other lanes, too, brought to its length. */
  by: z.enum(['lane', 'length']),
  confidence: z.enum(['low', 'medium', 'high']),
})
export type SuggestedRate = z.infer<typeof suggestedRate>

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
    suggested: suggestedRate,
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
  /** Whether the viewer may see a whole number; everybody may call. */
  mayShowNumbers: z.boolean().optional(),
})
export type CarriersAnswer = z.infer<typeof carriersAnswer>
