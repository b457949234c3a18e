import type { Reason } from '../../../contract/carriers.ts'
import type { CarrierFacts } from '../facts.ts'
import type { Needs } from '../needs.ts'

/**
 * Points, or why there are none. Zero is a judged zero ("looked, found nothing"); `unknown` is "nobody told us";
 * `not_applicable` is "the question does not arise".
 */
export type Points = number | 'unknown' | 'not_applicable'

/**
 * One addend of the score. It judges every candidate and explains itself only for those who are looked at, so the
 * two are apart; the points of its lines add up to what it judged.
 */
export interface Criterion {
  judge(facts: CarrierFacts, needs: Needs): Points
  explain(facts: CarrierFacts, needs: Needs): Reason[]
}
