import type { Reason } from '../../../contract/carriers.ts'
import type { CarrierFacts } from '../facts.ts'
import type { Needs } from '../needs.ts'

/**
 * A criterion's answer: the lines it adds, each with its points. No lines is a judged zero ("looked, found
 * nothing"); `unknown` is "nobody told us"; `not_applicable` is "the question does not arise".
 */
export type Judgement = { state: 'judged'; lines: Reason[] } | { state: 'unknown' | 'not_applicable' }

export type Criterion = (facts: CarrierFacts, needs: Needs) => Judgement

export const UNKNOWN: Judgement = { state: 'unknown' }
export const NOT_APPLICABLE: Judgement = { state: 'not_applicable' }
export const NOTHING: Judgement = { state: 'judged', lines: [] }

export function judged(lines: Reason[]): Judgement {
  return lines.length === 0 ? NOTHING : { state: 'judged', lines }
}
