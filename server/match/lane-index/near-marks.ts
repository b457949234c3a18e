import type { LaneIndex } from './lane-index.ts'
import type { Surroundings } from './surroundings.ts'

/** Which places of the index are near one end of the asked lane, and how near. */
export class NearMarks {
  /** A byte a place: most lanes are asked only whether they end here, and bytes stay in the processor's cache. */
  isNear = new Uint8Array(0)
  /** Zero where it is not near. */
  nearness = new Float64Array(0)

  mark({ places, nearness }: Surroundings, index: LaneIndex): void {
    const { size } = index.places.numbering
    if (this.isNear.length < size) {
      this.isNear = new Uint8Array(size + 256)
      this.nearness = new Float64Array(size + 256)
    }
    for (let at = 0; at < places.length; at++) {
      const place = places[at]!
      this.isNear[place] = 1
      this.nearness[place] = nearness[at]!
    }
  }

  clear({ places }: Surroundings): void {
    for (let at = 0; at < places.length; at++) {
      this.isNear[places[at]!] = 0
      this.nearness[places[at]!] = 0
    }
  }
}
