import { WEIGHTS } from '../weights.ts'
import type { Criterion } from './criterion.ts'

/** Marked as preferred in the carrier base: a term beside the evidence. */
export const preferred: Criterion = {
  judge({ base }) {
    if (base === null) return 'unknown'
    return base.preferred ? WEIGHTS.preferred : 0
  },

  explain: ({ base }) => (base?.preferred ? [{ kind: 'preferred', points: WEIGHTS.preferred }] : []),
}
