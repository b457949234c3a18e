import type { PlacesInIndex } from './places-in-index.ts'
import type { LaneGeography } from './surroundings.ts'

/** The square is divided in two this many times each way: 360° / 2^14 is a mile or two. */
const HILBERT_ORDER = 14

/**
 * Gives numbers to places along a Hilbert curve over the map, so that neighbours have neighbouring numbers: what is asked
 * about one lane then lies close together in memory, and fetching it is what most of the time of an answer goes to.
 */
export function numberPlaces(ids: Iterable<number>, places: PlacesInIndex, geography: LaneGeography): void {
  const all = Array.from(new Set(ids), (id) => ({ id, along: alongCurve(geography.pointOf(id)) }))
  for (const { id } of all.toSorted((a, b) => a.along - b.along)) places.numberFor(id)
}

/** How far along the curve a point lies; places nobody knows come last. */
function alongCurve(point: { lat: number; lon: number } | null): number {
  if (point === null) return Infinity
  const side = 1 << HILBERT_ORDER
  let x = cell((point.lon + 180) / 360, side)
  let y = cell((point.lat + 90) / 180, side)
  let along = 0
  for (let half = side >> 1; half > 0; half >>= 1) {
    const right = (x & half) > 0 ? 1 : 0
    const up = (y & half) > 0 ? 1 : 0
    along = along * 4 + ((3 * right) ^ up)
    // The curve of each quarter is the whole one turned, so that ends meet.
    if (up === 0) {
      if (right === 1) [x, y] = [side - 1 - x, side - 1 - y]
      ;[x, y] = [y, x]
    }
  }
  return along
}

function cell(share: number, side: number): number {
  return Math.min(side - 1, Math.max(0, Math.floor(share * side)))
}
