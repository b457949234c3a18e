import type { LaneIndex } from './lane-index.ts'
import type { Surroundings } from './surroundings.ts'

/** Nearness of every place in the index to one end of the asked lane, zero where it is not near. */
export class NearMarks {
  values = new Float64Array(0)

  mark({ places, nearness }: Surroundings, index: LaneIndex): void {
    const { size } = index.places.numbering
    if (this.values.length < size) this.values = new Float64Array(size + 256)
    for (let at = 0; at < places.length; at++) this.values[places[at]!] = nearness[at]!
  }

  clear({ places }: Surroundings): void {
    for (const place of places) this.values[place] = 0
  }
}
