import type { PlacesTold } from '../../store/told-places.ts'

/** Where a carrier's trucks are, as far as he told. */
export type WhereTold = Omit<PlacesTold, 'companyId'>

/** Where carriers say that their trucks are, by company and by place. */
export class Whereabouts {
  /** By the entry that counts; none for who tells nothing. */
  readonly #told = new Map<number, WhereTold>()
  /** Who stands or will be free at a place, by any of his entries: the place has him as a candidate. */
  readonly #byPlace = new Map<number, Set<number>>()
  readonly #placesOf = new Map<number, number[]>()

  /** Entries of several companies, the one touched last at the end. */
  constructor(entries: readonly PlacesTold[]) {
    this.#add(entries)
  }

  /** All that these companies tell now, in place of what they told before. */
  replace(companyIds: readonly number[], entries: readonly PlacesTold[]): void {
    for (const companyId of companyIds) {
      this.#told.delete(companyId)
      for (const placeId of this.#placesOf.get(companyId) ?? []) this.#byPlace.get(placeId)?.delete(companyId)
      this.#placesOf.delete(companyId)
    }
    this.#add(entries)
  }

  of(companyId: number): WhereTold | null {
    return this.#told.get(companyId) ?? null
  }

  /** Whether he tells where a truck of his stands or will be free. */
  isOnTheMove(companyId: number): boolean {
    const told = this.#told.get(companyId)
    return told !== undefined && (told.nowPlaceId !== null || told.freePlaceId !== null)
  }

  /** Companies whose truck stands, or will be free, at one of these places; one at two of them is told twice. */
  *at(placeIds: Iterable<number>): Generator<number> {
    for (const placeId of placeIds) {
      const there = this.#byPlace.get(placeId)
      if (there) yield* there
    }
  }

  #add(entries: readonly PlacesTold[]): void {
    for (const { companyId, nowPlaceId, nowAt, freePlaceId, freeOn, homePlaceId } of entries) {
      const isTold = nowPlaceId !== null || freePlaceId !== null || homePlaceId !== null
      if (isTold) this.#told.set(companyId, { nowPlaceId, nowAt, freePlaceId, freeOn, homePlaceId })
      else this.#told.delete(companyId)
      for (const placeId of [nowPlaceId, freePlaceId]) if (placeId !== null) this.#stands(companyId, placeId)
    }
  }

  #stands(companyId: number, placeId: number): void {
    const there = this.#byPlace.get(placeId)
    if (there) there.add(companyId)
    else this.#byPlace.set(placeId, new Set([companyId]))
    const places = this.#placesOf.get(companyId)
    if (places) places.push(placeId)
    else this.#placesOf.set(companyId, [placeId])
  }
}
