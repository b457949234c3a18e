export interface Point {
  lat: number
  lon: number
}

const EARTH_RADIUS_KM = 6371.0088
const RADIANS = Math.PI / 180

/** Straight distance over the Earth's surface, kilometres (haversine, mean radius). */
export function greatCircleKm(a: Point, b: Point): number {
  const sinLat = Math.sin(((b.lat - a.lat) * RADIANS) / 2)
  const sinLon = Math.sin(((b.lon - a.lon) * RADIANS) / 2)
  const h = sinLat * sinLat + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * sinLon * sinLon
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}
