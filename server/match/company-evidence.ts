import { EvidenceOnLane, type LaneQuestion } from './lane-index/evidence-on-lane.ts'
import type { LaneIndex } from './lane-index/lane-index.ts'

/** Companies by their numbers in the index, each with its evidence. */
export interface CompanyEvidence {
  companies: Int32Array
  evidence: Float64Array
}

const kept = new WeakMap<LaneIndex, EvidenceOnLane>()

/** Every company that has any evidence on or round a lane. */
export function companyEvidence(index: LaneIndex, question: LaneQuestion): CompanyEvidence {
  let onLane = kept.get(index)
  if (!onLane) kept.set(index, (onLane = new EvidenceOnLane(index)))
  const sums = onLane.gather(question)
  const { count } = sums
  const [companies, evidence] = [new Int32Array(count), new Float64Array(count)]
  for (let at = 0; at < count; at++) {
    companies[at] = sums.companyAt(at)
    evidence[at] = sums.evidenceAt(at)
  }
  return { companies, evidence }
}
