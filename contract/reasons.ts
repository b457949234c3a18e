import { z } from 'zod'
import { ATTEMPT_RESULTS } from './codes.ts'

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
