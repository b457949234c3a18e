import type { LaneIndex } from './lane-index.ts'

/** A lane by the numbers of its places. */
export interface Ends {
  from: number
  to: number
}

/**
 * The built lanes that take more than `most` cells to be added up: on the lane, round it and between its regions. Of more
 * than can be kept those where most is saved: each is asked about as often as it has carriers.
 */
export function mostCrowded(index: LaneIndex, most: number, kept: number): Ends[] {
  const { lanes, places, regionPairs, surroundings } = index
  const { laneTo, rowStart, fromStart } = lanes.grid
  const around = (place: number) => surroundings.of(places.numbering.idOf(place)).places
  const between = (from: number, to: number) => regionPairs.grid.rowsOf(places.regionOf(from), places.regionOf(to))
  const crowded: (Ends & { saved: number })[] = []
  const cellsTo = new Int32Array(places.numbering.size)
  for (let from = 0; from + 1 < fromStart.length; from++) {
    if (fromStart[from] === fromStart[from + 1]) continue
    cellsTo.fill(0)
    for (const start of around(from))
      for (let lane = fromStart[start] ?? 0; lane < (fromStart[start + 1] ?? 0); lane++)
        cellsTo[laneTo[lane]!]! += rowStart[lane + 1]! - rowStart[lane]!
    for (let lane = fromStart[from]!; lane < fromStart[from + 1]!; lane++) {
      const to = laneTo[lane]!
      let cells = between(from, to)
      for (const end of around(to)) cells += cellsTo[end]!
      if (cells > most) crowded.push({ from, to, saved: cells * (rowStart[lane + 1]! - rowStart[lane]!) })
    }
  }
  return crowded.toSorted((a, b) => b.saved - a.saved).slice(0, kept)
}
