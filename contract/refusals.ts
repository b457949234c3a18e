import { z } from 'zod'
import { writeKey } from './actions.ts'
import { cardReference } from './card.ts'
import { money, rate } from './money.ts'
import { refusalAbsence, seenAway } from './refusal-settings.ts'
import { REFUSAL_POLICIES, REFUSAL_REASONS } from './refusal-reasons.ts'
import { write } from './write.ts'

/**
 * `waiting` for an approver, `questioned`: an approver asked for more and the asker has the move. The rest is over:
 * `recorded` needed nobody, `handed_over` gave the card to another manager instead.
 */
export const REFUSAL_STATES = [
  'waiting',
  'questioned',
  'recorded',
  'approved',
  'returned',
  'handed_over',
  'withdrawn',
  'expired',
] as const
export type RefusalState = (typeof REFUSAL_STATES)[number]
export const OPEN_STATES = ['waiting', 'questioned'] as const satisfies RefusalState[]

/** Whose word is wanted. Who fills a seat is written down when it is asked for. */
export const REFUSAL_SEATS = ['sales_head', 'logistics_head', 'director'] as const
export type RefusalSeat = (typeof REFUSAL_SEATS)[number]

export const REFUSAL_ACTIONS = [
  'ask',
  'record',
  'approve',
  'return',
  'hand_over',
  'ask_more',
  'answer',
  'withdraw',
  'instruct',
  'lift',
  'escalate',
  'expire',
] as const
export type RefusalAction = (typeof REFUSAL_ACTIONS)[number]

/** Why a step was not taken; each is a sentence on screen. */
export const REFUSAL_DENIALS = [
  'decided_already',
  'not_an_approver',
  'own_refusal',
  'not_the_asker',
  'approved_by_you_already',
  'nothing_was_asked',
  'waits_for_an_answer',
  'text_missing',
  'person_missing',
  'day_missing',
  'not_due_yet',
  'nothing_to_instruct',
] as const
export type RefusalDenial = (typeof REFUSAL_DENIALS)[number]

const days = z.iso.date()
const comment = z.string().trim().min(3).max(2000)

/** What the form sends. Two fields are asked of a person, the rest is known or may stay empty. */
export const refusalInput = z.object({
  key: writeKey,
  card: cardReference,
  reason: z.enum(REFUSAL_REASONS),
  comment,
  nextContactOn: days.nullable(),
})
export type RefusalInput = z.infer<typeof refusalInput>

/** One decision over one or several refusals, each in the version its decider has seen. */
export const decisionInput = z.object({
  key: writeKey,
  refusals: z
    .array(z.object({ key: writeKey, version: z.number().int().positive() }))
    .min(1)
    .max(50),
  action: z.enum(['approve', 'return', 'hand_over', 'ask_more', 'answer', 'withdraw', 'instruct']),
  text: z.string().trim().max(2000).default(''),
  toUserId: z.number().int().positive().nullable().default(null),
  untilOn: days.nullable().default(null),
})
export type DecisionInput = z.infer<typeof decisionInput>

export const person = z.object({ id: z.number().int(), name: z.string() })

export const refusalStep = z.object({
  action: z.enum(REFUSAL_ACTIONS),
  at: z.string(),
  /** null: nobody, the clock. */
  by: person.nullable(),
  /** Whose seat he filled, where he stood in for somebody. */
  insteadOf: person.nullable(),
  text: z.string().nullable(),
  to: person.nullable(),
  untilOn: z.string().nullable(),
})
export type RefusalStep = z.infer<typeof refusalStep>

/** What is known without anybody typing it. Null: not known; absent: not for this viewer. */
export const refusalEvidence = z.object({
  at: z.string(),
  offers: z.object({
    count: z.number().int(),
    best: rate.nullable(),
    bestBy: z.string().nullable(),
    /** The best offer over the client's price, both without the VAT that comes back: 1.05 is five per cent too dear. */
    bestShare: z.number().nullable().optional(),
  }),
  clientRate: rate.nullable().optional(),
  targetRate: money.nullable(),
  attempts: z.object({ calls: z.number().int(), carriers: z.number().int(), lastAt: z.string().nullable() }),
  /** Calls, letters and messages that stand in the card itself; null until the portal has told. */
  talks: z
    .object({ calls: z.number().int(), letters: z.number().int(), messages: z.number().int() })
    .nullable()
    .default(null),
  /** Carriers the list proposes whom nobody has called and who offered nothing, the best first. */
  untried: z.object({
    count: z.number().int(),
    first: z.array(z.object({ companyId: z.number().int(), name: z.string() })),
  }),
  /** Time in each stage so far, in order; null until the portal has told. */
  stages: z.array(z.object({ stage: z.string(), seconds: z.number().int() })).nullable(),
  client: z
    .object({
      name: z.string().nullable(),
      trips: z.number().int(),
      lastTripAt: z.string().nullable(),
      refusals: z.number().int(),
      permanent: z.boolean(),
      /** Median net margin of his newest trips, of net revenue. */
      marginShare: z.number().nullable().optional(),
    })
    .nullable(),
})
export type RefusalEvidence = z.infer<typeof refusalEvidence>

export const refusalView = z.object({
  key: z.string(),
  version: z.number().int(),
  card: cardReference,
  title: z.string(),
  path: z.string(),
  state: z.enum(REFUSAL_STATES),
  policy: z.enum(REFUSAL_POLICIES),
  reason: z.enum(REFUSAL_REASONS),
  comment: z.string(),
  nextContactOn: z.string().nullable(),
  asker: person,
  askedAt: z.string(),
  /** The rest of the seats: who may speak for each, those who are there first. */
  waitsFor: z.array(z.object({ seat: z.enum(REFUSAL_SEATS), people: z.array(person.extend({ away: z.boolean() })) })),
  mode: z.enum(['any', 'all']),
  escalated: z.boolean(),
  escalateAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
  sum: rate.nullable().optional(),
  evidence: refusalEvidence,
  steps: z.array(refusalStep),
  may: z.array(z.enum(REFUSAL_ACTIONS)),
  /** What the portal has of it. */
  write: write.nullable(),
})
export type RefusalView = z.infer<typeof refusalView>

/** The widget in a card. */
export const refusalCardAnswer = z.object({
  card: cardReference,
  title: z.string(),
  /** false: the card is closed, nothing can be asked. */
  open: z.boolean(),
  reasons: z.array(z.object({ code: z.enum(REFUSAL_REASONS), policy: z.enum(REFUSAL_POLICIES) })),
  /** Whom an approval would be asked of, by reason's policy, before it is asked. */
  current: refusalView.nullable(),
  earlier: z.array(refusalView),
  evidence: refusalEvidence,
  colleagues: z.array(person),
})
export type RefusalCardAnswer = z.infer<typeof refusalCardAnswer>

/** The page «Отказы». */
export const refusalQueueAnswer = z.object({
  /** Waiting for the viewer, oldest first; then, for directors, what waits for others. */
  mine: z.array(refusalView),
  others: z.array(refusalView),
  colleagues: z.array(person),
  maySeeReport: z.boolean(),
  /** The viewer's own absence, and who decides for him meanwhile. */
  absence: refusalAbsence.nullable(),
  /** Who decides for him whenever he is away, and whether the portal sees him away now. */
  deputyId: z.number().int().nullable(),
  seenAway: seenAway.nullable(),
})
export type RefusalQueueAnswer = z.infer<typeof refusalQueueAnswer>

export const decisionAnswer = z.object({
  results: z.array(
    z.object({
      key: z.string(),
      denied: z.enum(REFUSAL_DENIALS).nullable(),
      refusal: refusalView,
    }),
  ),
})
export type DecisionAnswer = z.infer<typeof decisionAnswer>
