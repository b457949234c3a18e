import type { BenchData } from './bench-data.ts'

export interface NumberedLane {
  id: number
  fromPlaceId: number
  toPlaceId: number
  fromRegion: number
  toRegion: number
}

/** Numbers for the lanes that anything stands on, for the engines that join by them. */
export class LaneNumbers {
  readonly list: NumberedLane[] = []
  readonly #ids = new Map<string, number>()

  constructor({ history, regionOf }: BenchData) {
    const regions = new Map<number, number>()
    const region = (placeId: number) => {
      const known = regions.get(placeId) ?? regionOf(placeId)
      regions.set(placeId, known)
      return known
    }
    const add = (fromPlaceId: number, toPlaceId: number) => {
      const key = `${fromPlaceId} ${toPlaceId}`
      if (this.#ids.has(key)) return
      const id = this.list.length + 1
      this.#ids.set(key, id)
      this.list.push({ id, fromPlaceId, toPlaceId, fromRegion: region(fromPlaceId), toRegion: region(toPlaceId) })
    }
    for (const { fromPlaceId, toPlaceId } of history.directions) add(fromPlaceId, toPlaceId)
    for (const trades of [history.offers, history.orders])
      for (let row = 0; row < trades.length; row++) add(trades.fromPlaceId[row]!, trades.toPlaceId[row]!)
  }

  of(fromPlaceId: number, toPlaceId: number): number {
    return this.#ids.get(`${fromPlaceId} ${toPlaceId}`)!
  }
}
