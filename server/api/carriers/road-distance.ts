import type { Distance, Place } from '../../../contract/place.ts'

/** Estimates a road between two places; always says by what. */
export type EstimateRoad = (from: Place, to: Place) => Distance

/**
 * Length of a load's road, leg by leg. For a plain lane the kilometres of our own finished orders come first: people
 * have driven them. Null while a stop's place is not known. The weakest source of all legs is named.
 */
export function roadOf(stops: readonly Place[], drivenKm: readonly number[], estimate: EstimateRoad): Distance | null {
  if (stops.length < 2) return null
  if (stops.length === 2 && drivenKm.length > 0) return { km: Math.round(median(drivenKm)), source: 'orders' }
  let km = 0
  let source: Distance['source'] = 'orders'
  for (let leg = 1; leg < stops.length; leg++) {
    const part = estimate(stops[leg - 1]!, stops[leg]!)
    km += part.km
    if (STRENGTH.indexOf(part.source) > STRENGTH.indexOf(source)) source = part.source
  }
  return { km: Math.round(km), source }
}

const STRENGTH: Distance['source'][] = ['orders', 'routing', 'graph', 'line']

/** The middle one: a single typing mistake in an old order must not move it. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
