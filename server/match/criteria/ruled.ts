import { WEIGHTS } from '../weights.ts'
import type { Criterion } from './criterion.ts'

/** A head prefers or lifts this carrier for such loads: a term beside the evidence. Hiding is a veto. */
export const ruled: Criterion = {
  judge({ companyId }, { rules }) {
    const rule = rules.get(companyId)
    if (!rule || rule.action === 'hide') return 'not_applicable'
    return pointsOf(rule.action)
  },

  explain({ companyId }, { rules }) {
    const rule = rules.get(companyId)
    if (!rule || rule.action === 'hide') return []
    const { action, scope, note } = rule
    return [{ kind: 'rule', action, scope, note, points: pointsOf(action) }]
  },
}

function pointsOf(action: 'prefer' | 'boost'): number {
  return action === 'prefer' ? WEIGHTS.rulePrefer : WEIGHTS.ruleBoost
}
