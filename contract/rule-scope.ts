import { z } from 'zod'
import { BODY_CODES } from './codes.ts'

/**
 * What a head may decide over the ranking. `prefer`: marked, lifted and always in the list; `boost`: lifted; `hide`:
 * below, with the reason. Between rules for one carrier the higher priority wins, then hide, prefer, boost.
 */
export const RULE_ACTIONS = ['prefer', 'boost', 'hide'] as const
export type RuleAction = (typeof RULE_ACTIONS)[number]

/** Where a rule holds, without naming a client: in a list it can only be the one whose card is open. */
export const ruleScope = z.object({
  client: z.boolean(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  fromRegion: z.string().nullable(),
  toRegion: z.string().nullable(),
  body: z.enum(BODY_CODES).nullable(),
})
export type RuleScope = z.infer<typeof ruleScope>
