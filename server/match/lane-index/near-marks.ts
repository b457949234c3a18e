import type { LaneIndex } from './lane-index.ts'
import type { Surroundings } from './surroundings.ts'

/** Which places of the index are near one end of the asked lane. */
export class NearMarks {
  /**
   * By place: where it stands in the surroundings, counted from one; zero: it is not near. Two bytes a place: most lanes
   * are asked only whether they end here, and all of these stay in the processor's cache.
   */
  standsAt = new Uint16Array(0)
  #surroundings: Surroundings | null = null

  /** The places that are near, in the order of their numbers. */
  get places(): Int32Array {
    return this.#surroundings!.places
  }

  mark(surroundings: Surroundings, index: LaneIndex): void {
    const { size } = index.places.numbering
    if (this.standsAt.length < size) this.standsAt = new Uint16Array(size + 256)
    // Gone through in order first, they are in the cache before they are met at random.
    this.standsAt.fill(0, 0, size)
    const { places } = surroundings
    for (let at = 0; at < places.length; at++) this.standsAt[places[at]!] = at + 1
    this.#surroundings = surroundings
  }

  /** Straight kilometres; null for a place that is not near. */
  kmOf(place: number): number | null {
    const at = this.standsAt[place] ?? 0
    return at === 0 ? null : this.#surroundings!.km[at - 1]!
  }

  /** Zero for a place that is not near. */
  nearnessOf(place: number): number {
    const at = this.standsAt[place] ?? 0
    return at === 0 ? 0 : this.#surroundings!.nearness[at - 1]!
  }
}
