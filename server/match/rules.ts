import type { MatchRule, RuleAction, RuleScope } from '../../contract/match-rules.ts'
import { dayNumber } from './days.ts'
import type { MatchContext } from './facts.ts'

/** The one rule that holds for a carrier and a load. */
export interface AppliedRule {
  rule: MatchRule
  action: RuleAction
  scope: RuleScope
  note: string | null
}

/** Between rules of one priority the more careful one wins. */
const STRENGTH: Record<RuleAction, number> = { hide: 3, prefer: 2, boost: 1 }

/**
 * Which rule holds for which carrier: of those whose conditions the load meets the one with the highest priority, then
 * hide, prefer, boost, then the newest. `today` is the number of the calendar day at the loading place.
 */
export function rulesOn(context: MatchContext, today: number): Map<number, AppliedRule> {
  const winners = new Map<number, MatchRule>()
  for (const rule of context.rules ?? []) {
    if (!holds(rule, context, today)) continue
    for (const companyId of rule.companyIds) {
      const known = winners.get(companyId)
      if (!known || isStronger(rule, known)) winners.set(companyId, rule)
    }
  }
  return new Map([...winners].map(([companyId, rule]) => [companyId, applied(rule, context)]))
}

/** Who has to stand in the list because a rule prefers him. */
export function preferredBy(rules: ReadonlyMap<number, AppliedRule>): number[] {
  return [...rules].flatMap(([companyId, { action }]) => (action === 'prefer' ? [companyId] : []))
}

function holds(rule: MatchRule, { load, from, to, clientId = null }: MatchContext, today: number): boolean {
  const until = dayNumber(rule.untilOn)
  return (
    (rule.untilOn === null || (until !== null && until >= today)) &&
    (rule.clientId === null || rule.clientId === clientId) &&
    (rule.fromPlaceId === null || rule.fromPlaceId === from.id) &&
    (rule.toPlaceId === null || rule.toPlaceId === to.id) &&
    (rule.fromRegion === null || rule.fromRegion === from.region) &&
    (rule.toRegion === null || rule.toRegion === to.region) &&
    (rule.body === null || load.bodies.includes(rule.body))
  )
}

function isStronger(rule: MatchRule, known: MatchRule): boolean {
  if (rule.priority !== known.priority) return rule.priority > known.priority
  if (rule.action !== known.action) return STRENGTH[rule.action] > STRENGTH[known.action]
  return rule.at > known.at
}

function applied(rule: MatchRule, { from, to }: MatchContext): AppliedRule {
  return {
    rule,
    action: rule.action,
    note: rule.note,
    scope: {
      client: rule.clientId !== null,
      from: rule.fromPlaceId === null ? null : from.name,
      to: rule.toPlaceId === null ? null : to.name,
      fromRegion: rule.fromRegion,
      toRegion: rule.toRegion,
      body: rule.body,
    },
  }
}
