import { WEIGHTS } from '../weights.ts'
import { judged, NOTHING, UNKNOWN, type Criterion } from './criterion.ts'

/** Marked as preferred in the carrier base: a term beside the evidence. */
export const preferred: Criterion = ({ base }) => {
  if (base === null) return UNKNOWN
  return base.preferred ? judged([{ kind: 'preferred', points: WEIGHTS.preferred }]) : NOTHING
}
