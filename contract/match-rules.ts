import { z } from 'zod'
import { day, writeKey } from './actions.ts'
import { BODY_CODES } from './codes.ts'
import { place } from './place.ts'
import { RULE_ACTIONS } from './rule-scope.ts'

export { RULE_ACTIONS, ruleScope, type RuleAction, type RuleScope } from './rule-scope.ts'

/** Usual, high, urgent. */
export const RULE_PRIORITIES = [1, 2, 3] as const

const regionName = z.string().trim().min(1).max(100)

/** Body of `PUT /api/rules/:key`. Conditions hold together; one that is null is none, and with none it is for every load. */
export const matchRuleInput = z.object({
  action: z.enum(RULE_ACTIONS),
  priority: z.literal(RULE_PRIORITIES),
  companyIds: z.array(z.number().int().positive()).min(1).max(30),
  clientId: z.number().int().positive().nullable(),
  fromPlaceId: z.number().int().nullable(),
  toPlaceId: z.number().int().nullable(),
  fromRegion: regionName.nullable(),
  toRegion: regionName.nullable(),
  body: z.enum(BODY_CODES).nullable(),
  /** Shown to everybody who sees the carrier in a list. */
  note: z.string().trim().max(300).nullable(),
  /** The last day on which it holds. */
  untilOn: day.nullable(),
})
export type MatchRuleInput = z.infer<typeof matchRuleInput>

export const matchRule = matchRuleInput.extend({
  key: writeKey,
  byUserId: z.number().int(),
  /** UTC ISO. */
  at: z.string(),
})
export type MatchRule = z.infer<typeof matchRule>

const named = z.object({ id: z.number().int(), title: z.string() })

/** A rule with the names behind its ids. */
export const shownRule = matchRule.extend({
  companies: z.array(named),
  /** `title` is null for a client whose name the reader need not know. */
  client: z.object({ id: z.number().int(), title: z.string().nullable() }).nullable(),
  from: place.nullable(),
  to: place.nullable(),
  byName: z.string().nullable(),
})
export type ShownRule = z.infer<typeof shownRule>

/** How long a passed security check is good for, and what happens afterwards: a portal's own choice. */
export const securityRule = z.object({
  /** Calendar days; null: for ever. */
  validDays: z.number().int().min(1).max(3650).nullable(),
  stale: z.enum(['warn', 'veto']),
})
export type SecurityRule = z.infer<typeof securityRule>

/** Answer of `GET /api/rules`: for heads, directors and administrators. `client` is that of the card it is asked from. */
export const rulesAnswer = z.object({
  rules: z.array(shownRule),
  security: securityRule,
  client: named.nullable(),
})
export type RulesAnswer = z.infer<typeof rulesAnswer>

/** Answer of `GET /api/carriers?q=…`: carriers by their name, for a rule. */
export const carriersFound = z.array(named)
export type CarrierFound = z.infer<typeof named>
