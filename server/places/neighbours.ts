import { greatCircleKm } from './great-circle.ts'
import type { GazetteerPlace } from './place.ts'

export interface Neighbour {
  placeId: number
  km: number
}

const KM_PER_DEGREE = 111.2
const COLUMNS = 360

/**
 * Finds places around a place. A grid of one-degree cells, filled once; a cell's places are measured only when the
 * cell can be within reach. Includes the place itself at 0 km, sorted by distance.
 */
export function createNeighbours(places: readonly GazetteerPlace[]) {
  const cells = new Map<number, GazetteerPlace[]>()
  const byId = new Map(places.map((place) => [place.id, place]))
  for (const place of places) {
    const cell = cellOf(Math.floor(place.lat), Math.floor(place.lon))
    const inside = cells.get(cell)
    if (inside) inside.push(place)
    else cells.set(cell, [place])
  }

  return function neighbours(placeId: number, radiusKm: number): Neighbour[] {
    const centre = byId.get(placeId)
    if (!centre || !(radiusKm >= 0)) return []
    const found: Neighbour[] = []
    for (const cell of cellsWithin(centre, radiusKm)) {
      for (const place of cells.get(cell) ?? []) {
        const km = greatCircleKm(centre, place)
        if (km <= radiusKm) found.push({ placeId: place.id, km })
      }
    }
    return found.sort((a, b) => a.km - b.km || a.placeId - b.placeId)
  }
}

function cellOf(lat: number, lon: number): number {
  return (lat + 90) * COLUMNS + ((((lon + 180) % COLUMNS) + COLUMNS) % COLUMNS)
}

function* cellsWithin(centre: GazetteerPlace, radiusKm: number): Generator<number> {
  const latReach = radiusKm / KM_PER_DEGREE
  const south = Math.max(-90, Math.floor(centre.lat - latReach))
  const north = Math.min(89, Math.floor(centre.lat + latReach))
  // Meridians draw together towards the pole: the widest reach is at the edge nearest to it.
  const narrowest = Math.cos((Math.min(89.9, Math.abs(centre.lat) + latReach) * Math.PI) / 180)
  const lonReach = latReach / narrowest
  const whole = lonReach >= 180
  const west = whole ? -180 : Math.floor(centre.lon - lonReach)
  const east = whole ? 179 : Math.min(Math.floor(centre.lon + lonReach), west + COLUMNS - 1)
  for (let lat = south; lat <= north; lat++) for (let lon = west; lon <= east; lon++) yield cellOf(lat, lon)
}
