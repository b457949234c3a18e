import { Cells } from './cells.ts'
import { valuesOf, type LaneRow } from './lane-row.ts'

/** Rows by columns, still with the ids they came with; carriers of the cells are not numbered yet. */
export interface ReadRows {
  length: number
  fromPlaceId: Float64Array
  toPlaceId: Float64Array
  companyId: Float64Array
  cells: Cells
}

export function readLaneRows(lanes: Iterable<LaneRow>, expected: number): ReadRows {
  const cells = new Cells(expected)
  const rows: ReadRows = {
    length: 0,
    fromPlaceId: new Float64Array(expected),
    toPlaceId: new Float64Array(expected),
    companyId: new Float64Array(expected),
    cells,
  }
  for (const row of lanes) {
    const at = cells.append(0, valuesOf(row))
    if (at >= rows.fromPlaceId.length) {
      rows.fromPlaceId = grown(rows.fromPlaceId)
      rows.toPlaceId = grown(rows.toPlaceId)
      rows.companyId = grown(rows.companyId)
    }
    rows.fromPlaceId[at] = row.fromPlaceId
    rows.toPlaceId[at] = row.toPlaceId
    rows.companyId[at] = row.companyId
    rows.length = at + 1
  }
  return rows
}

function grown(array: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(Math.max(64, Math.ceil(array.length * 1.5)))
  larger.set(array)
  return larger
}
