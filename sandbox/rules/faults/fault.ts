import { z } from 'zod'

/** Milliseconds: always the same, evenly spread, or with a long tail (log-normal through its median and 99th percentile). */
const delaySchema = z.union([
  z.number().min(0).max(600_000),
  z
    .object({ fromMs: z.number().min(0), toMs: z.number().min(0).max(600_000) })
    .strict()
    .refine((delay) => delay.fromMs <= delay.toMs, 'fromMs is not more than toMs'),
  z
    .object({ medianMs: z.number().positive(), p99Ms: z.number().positive().max(600_000) })
    .strict()
    .refine((delay) => delay.medianMs <= delay.p99Ms, 'medianMs is not more than p99Ms'),
])
export type Delay = z.infer<typeof delaySchema>

/** When a fault strikes: the same for every kind. */
const when = {
  /** Of the matching calls, how many it strikes. */
  probability: z.number().min(0).max(1).default(1),
  /** It strikes no oftener than this; null: without end. */
  times: z.number().int().min(0).nullable().default(null),
  /** So many matching calls pass before the first one counts. */
  skip: z.number().int().min(0).default(0),
}
/** A REST method with `*` for any part of it, in any case; `oauth.token` and `oauth.app.info` only by those names. */
const byMethod = { method: z.string().min(1).default('*'), ...when }
/** The same for the name of an event. */
const byEvent = { event: z.string().min(1).default('*'), ...when }
const refusal = (status: number, code: string) => ({
  status: z.number().int().min(400).max(599).default(status),
  code: z.string().default(code),
})
/** Seconds on the portal's clock; null: for as long as the fault stands. */
const spell = z.number().positive().nullable().default(null)
const kind = <Kind extends string, Shape extends z.ZodRawShape>(name: Kind, shape: Shape) =>
  z.object({ kind: z.literal(name), ...shape }).strict()

/** A user field, by its UF_ name; absent: one of the application's own smart processes, chosen by the seed. */
const aField = { field: z.string().regex(/^UF_/).optional() }

export const faultSchema = z.discriminatedUnion('kind', [
  /** The answer comes later. */
  kind('latency', { ...byMethod, delay: delaySchema }),
  /** 503 QUERY_LIMIT_EXCEEDED for the whole request. */
  kind('query-limit', byMethod),
  /** 429 OPERATION_TIME_LIMIT for one method, inside a batch too. */
  kind('operation-limit', byMethod),
  /** 500 for the whole request; `effect`: after its work was done. */
  kind('server-error', { ...byMethod, effect: z.boolean().default(false) }),
  /** Any refusal, for one method, inside a batch too. */
  kind('refusal', { ...byMethod, ...refusal(400, 'ERROR_CORE') }),
  /** Single commands of a batch are refused, the others are carried out. */
  kind('batch-partial', { ...byMethod, ...refusal(500, 'INTERNAL_SERVER_ERROR') }),
  /** The connection is cut before anything was done. */
  kind('cut-before', byMethod),
  /** The connection is cut after the request has changed something: the caller cannot know. */
  kind('cut-after', byMethod),
  /** The answer takes longer than the web server waits: 504 after `seconds`; the work is done unless `effect` is false. */
  kind('too-long', {
    ...byMethod,
    seconds: z.number().positive().max(600).default(60),
    effect: z.boolean().default(true),
  }),
  /** The portal cannot be reached, nor its authorization server, from the matching call on. */
  kind('portal-gone', { ...byMethod, seconds: spell }),
  /** The caller's access token has run out; a refresh helps. */
  kind('token-expired', byMethod),
  /** Both the caller's tokens are no longer known. */
  kind('token-revoked', byMethod),
  /** A refresh is refused, though the token is good. */
  kind('refresh-refused', when),
  /** An event comes more than once. */
  kind('event-duplicate', { ...byEvent, copies: z.number().int().min(1).max(20).default(1) }),
  /** An event comes after the next one, or after `seconds` when there is none. */
  kind('event-reorder', { ...byEvent, seconds: z.number().positive().max(600).default(2) }),
  kind('event-delay', { ...byEvent, delay: delaySchema }),
  kind('event-lost', byEvent),
  /** Somebody else changes the item of a call: after it was read, before it is written. Fields by their UF_ names. */
  kind('item-changed', {
    ...byMethod,
    fields: z.record(z.string(), z.unknown()).optional(),
    userId: z.number().int().positive().optional(),
  }),
  kind('item-deleted', byMethod),
  /** An administrator does away with a field before the call is carried out. */
  kind('field-removed', { ...byMethod, ...when, times: when.times.default(1), ...aField }),
  /** The same, and its values are found under another name. */
  kind('field-renamed', {
    ...byMethod,
    times: when.times.default(1),
    ...aField,
    to: z
      .string()
      .regex(/^UF_[A-Z0-9_]+$/)
      .optional(),
  }),
  /** The portal's clock is ahead, or behind. */
  kind('clock-skew', { seconds: z.number().min(-31_536_000).max(31_536_000) }),
])

export type Fault = z.infer<typeof faultSchema>
/** As written: what is left out has its default. */
export type FaultInput = z.input<typeof faultSchema>
export type FaultKind = Fault['kind']
export type FaultOf<Kind extends FaultKind> = Extract<Fault, { kind: Kind }>

export const faultKinds: readonly FaultKind[] = faultSchema.options.map((option) => option.shape.kind.value)

/** A whole mixture; the same seed strikes the same calls. */
export const faultPlanSchema = z.object({ seed: z.number().int().default(1), faults: z.array(faultSchema) }).strict()
export type FaultPlan = z.input<typeof faultPlanSchema>
