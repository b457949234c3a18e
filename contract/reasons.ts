import { z } from 'zod'
import { ATTEMPT_RESULTS } from './codes.ts'
import { ruleScope } from './rule-scope.ts'

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
    fromId: z.number().int(),
    toId: z.number().int(),
    offKm: z.number(),
    points: z.number(),
  }),
  z.object({
    kind: z.literal('offers_near'),
    count: z.number().int(),
    lastAgeDays: z.number().int(),
    from: z.string(),
    to: z.string(),
    fromId: z.number().int(),
    toId: z.number().int(),
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
  /** A truck on our own order is, or will be, empty near the loading place. `on` is the day of its unloading. */
  z.object({
    kind: z.literal('soon_empty'),
    orderId: z.number().int(),
    from: z.string(),
    place: z.string(),
    offKm: z.number(),
    on: z.string(),
    certainty: z.enum(['unloaded', 'planned', 'estimated']),
    points: z.number(),
  }),
  /** The load is his way back: a truck at the loading place goes home, or he declared only the way out. */
  z.object({
    kind: z.literal('return_leg'),
    via: z.enum(['truck', 'declared']),
    home: z.string(),
    /** From the unloading place. */
    offKm: z.number(),
    points: z.number(),
  }),
  /** The load lies on the way of a direction he runs. */
  z.object({
    kind: z.literal('on_the_way'),
    from: z.string(),
    to: z.string(),
    bothWays: z.boolean(),
    detourKm: z.number(),
    points: z.number(),
  }),
  /** Room in a truck that already drives our order past; a measure nobody can work out is null. */
  z.object({
    kind: z.literal('part_load'),
    orderId: z.number().int(),
    from: z.string(),
    to: z.string(),
    detourKm: z.number(),
    /** The day it comes past the loading place. */
    on: z.string(),
    freeKg: z.number().nullable(),
    freeM3: z.number().nullable(),
    freeM: z.number().nullable(),
    agreed: z.boolean(),
    points: z.number(),
  }),
  /** A head has decided so; `note` is what he wrote down about it. */
  z.object({
    kind: z.literal('rule'),
    action: z.enum(['prefer', 'boost']),
    scope: ruleScope,
    note: z.string().nullable(),
    points: z.number(),
  }),
  z.object({ kind: z.literal('preferred'), points: z.number() }),
  z.object({ kind: z.literal('attempted'), result: z.enum(ATTEMPT_RESULTS), points: z.number() }),
])
export type Reason = z.infer<typeof reason>
