import type { DeclaredLane } from '../../match/facts.ts'
import type { DeclaredDirection } from '../../store/lane-reader.ts'
import type { FactsInput } from './facts-input.ts'

/** Directions with both ends in the load's neighbourhood, by company, seen the better way round. */
export function declaredOf(
  directions: readonly DeclaredDirection[],
  { gazetteer, fromArea, toArea }: FactsInput,
): Map<number, DeclaredLane[]> {
  const declared = new Map<number, DeclaredLane[]>()
  const seen = new Set<string>()
  for (const direction of directions) {
    const { companyId, fromPlaceId, toPlaceId, bothWays } = direction
    // A direction declared both ways with both ends in both neighbourhoods is found twice.
    const key = `${companyId} ${fromPlaceId} ${toPlaceId}`
    const from = gazetteer.byId(fromPlaceId)
    const to = gazetteer.byId(toPlaceId)
    const ways = [
      [fromArea.near.get(fromPlaceId), toArea.near.get(toPlaceId)],
      ...(bothWays ? [[fromArea.near.get(toPlaceId), toArea.near.get(fromPlaceId)]] : []),
    ].filter((way): way is [number, number] => way[0] !== undefined && way[1] !== undefined)
    const best = ways.toSorted((a, b) => a[0] + a[1] - b[0] - b[1])[0]
    if (!from || !to || !best || seen.has(key)) continue
    seen.add(key)
    const lanes = declared.get(companyId) ?? []
    lanes.push({ from, to, bothWays, fromOffKm: best[0], toOffKm: best[1] })
    declared.set(companyId, lanes)
  }
  return declared
}
