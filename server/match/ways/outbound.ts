import type { Place } from '../../../contract/place.ts'
import type { DeclaredLane } from '../facts.ts'
import type { LaneIndex } from '../lane-index/lane-index.ts'

/**
 * Directions declared one way only that run against the load's lane, both ends near its ends, of companies that live
 * where the load goes: who drives them comes back along it.
 */
export function outboundDirections(
  index: LaneIndex,
  load: { from: Place; to: Place },
  { placeOf, livesThere }: { placeOf: (placeId: number) => Place | null; livesThere: (companyId: number) => boolean },
): Map<number, DeclaredLane[]> {
  const { declared, places, companies, surroundings } = index
  const found = new Map<number, DeclaredLane[]>()
  const starts = surroundings.of(load.to.id)
  const ends = surroundings.of(load.from.id)
  const offOfEnd = new Map(Array.from(ends.places, (place, at) => [place, ends.km[at]!]))
  const see = (start: number, end: number, fromOffKm: number, company: number) => {
    const toOffKm = offOfEnd.get(end)
    const companyId = companies.idOf(company)
    if (toOffKm === undefined || !livesThere(companyId)) return
    const [from, to] = [placeOf(places.numbering.idOf(start)), placeOf(places.numbering.idOf(end))]
    if (!from || !to) return
    const own = found.get(companyId) ?? []
    own.push({ from, to, bothWays: false, fromOffKm, toOffKm })
    found.set(companyId, own)
  }
  const { laneTo, rowStart, fromStart } = declared.grid
  for (const [at, start] of starts.places.entries()) {
    const offKm = starts.km[at]!
    const last = fromStart[start + 1] ?? 0
    for (let lane = fromStart[start] ?? 0; lane < last; lane++) {
      if (!offOfEnd.has(laneTo[lane]!)) continue
      for (let row = rowStart[lane]!; row < rowStart[lane + 1]!; row++)
        if (declared.isOneWay(row) && !declared.isReplaced(row))
          see(start, laneTo[lane]!, offKm, declared.carrierOf(row))
    }
    for (const entries of declared.overlayFrom(start))
      for (const { to, carrier, bothWays } of entries) if (!bothWays) see(start, to, offKm, carrier)
  }
  return found
}
