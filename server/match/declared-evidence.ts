import { WEIGHTS } from './weights.ts'

/** What any declared directions can give at most. */
export const MOST_DECLARED = WEIGHTS.declared * WEIGHTS.declaredCap

/** Evidence in declared directions whose nearness to the load's lane adds up to this. */
export function declaredEvidence(nearness: number): number {
  return Math.min(MOST_DECLARED, WEIGHTS.declared * nearness)
}
