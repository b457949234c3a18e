import { z } from 'zod'
import { attempt } from './carriers.ts'
import { rate } from './money.ts'
import { reason } from './reasons.ts'
import { RULE_ACTIONS, ruleScope } from './rule-scope.ts'

/** Every kind of reason leads to what it rests on. */
export const REASON_KINDS = reason.options.map((option) => option.shape.kind.value)
export type ReasonKind = z.infer<typeof reason>['kind']

const id = z.coerce.number().int()

/**
 * Query of `GET /api/loads/:kind/:id/carriers/:companyId/evidence`: which line of the explanation. A line about one
 * lane nearby names its ends; the one about the rest of them names the lanes that stand in lines of their own, as
 * `from-to` pairs; a line about an order names the order.
 */
export const evidenceQuery = z.object({
  of: z.enum(REASON_KINDS as [ReasonKind, ...ReasonKind[]]),
  fromId: id.optional(),
  toId: id.optional(),
  except: z
    .string()
    .max(200)
    .regex(/^-?\d+:-?\d+(,-?\d+:-?\d+)*$/)
    .optional(),
  orderId: id.positive().optional(),
})
export type EvidenceQuery = z.infer<typeof evidenceQuery>

/** `path` is the card in the portal; whether a person may open it is the portal's decision. Clients are never named. */
export const evidenceRecord = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('order'),
    id: z.number().int(),
    from: z.string(),
    to: z.string(),
    /** UTC ISO: when it was unloaded, or else loaded, or else made. */
    at: z.string(),
    state: z.enum(['running', 'done', 'broken']),
    /** What the carrier was paid. */
    rate: rate.nullable(),
    path: z.string(),
  }),
  z.object({
    kind: z.literal('offer'),
    id: z.number().int(),
    from: z.string(),
    to: z.string(),
    at: z.string(),
    outcome: z.enum(['open', 'taken', 'lost']),
    rate: rate.nullable(),
    byName: z.string().nullable(),
    path: z.string(),
  }),
  /** His entry in the carrier base, as it was typed there. */
  z.object({
    kind: z.literal('base'),
    id: z.number().int(),
    directions: z.array(z.string()),
    home: z.string().nullable(),
    now: z.object({ place: z.string(), at: z.string().nullable() }).nullable(),
    free: z.object({ place: z.string(), on: z.string().nullable() }).nullable(),
    preferred: z.boolean(),
    updatedAt: z.string(),
    path: z.string(),
  }),
  z.object({ kind: z.literal('attempt'), attempt }),
  /** A head's decision: whose, since when and until which day. */
  z.object({
    kind: z.literal('rule'),
    action: z.enum(RULE_ACTIONS),
    scope: ruleScope,
    note: z.string().nullable(),
    byName: z.string().nullable(),
    at: z.string(),
    untilOn: z.string().nullable(),
  }),
])
export type EvidenceRecord = z.infer<typeof evidenceRecord>

/** Newest first; `more` is how many older records are not listed. */
export const evidenceAnswer = z.object({ records: z.array(evidenceRecord), more: z.number().int().nonnegative() })
export type EvidenceAnswer = z.infer<typeof evidenceAnswer>
