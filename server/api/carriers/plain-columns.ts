import type { CardKinds } from '../../match/card-kinds.ts'
import type { PlainCandidates } from '../../match/shortlist.ts'

/** Candidates of whom only history and card count, as they are gathered. */
export class PlainColumns implements PlainCandidates {
  count = 0
  readonly companyIds: Float64Array
  readonly history: Float64Array
  readonly papers: Int32Array
  readonly fleets: Int32Array
  readonly kinds: CardKinds

  constructor(most: number, kinds: CardKinds) {
    this.companyIds = new Float64Array(most)
    this.history = new Float64Array(most)
    this.papers = new Int32Array(most)
    this.fleets = new Int32Array(most)
    this.kinds = kinds
  }

  add(companyId: number, history: number, papers: number, fleet: number): void {
    const at = this.count++
    this.companyIds[at] = companyId
    this.history[at] = history
    this.papers[at] = papers
    this.fleets[at] = fleet
  }
}
