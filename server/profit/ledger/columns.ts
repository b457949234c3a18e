const FIRST_ROOM = 1024
/** An eighth more each time: doubled columns of half a million rows would stand empty by tens of megabytes. */
const GROWTH = 8

type Column = Int32Array | Float64Array | Int16Array | Float32Array | Uint8Array

/** How many rows to make room for, to hold this many and some that will come. */
export function roomFor(rows: number): number {
  return Math.max(FIRST_ROOM, rows + Math.ceil(rows / GROWTH))
}

/** The wider column with what the narrow one holds. */
export function grown<Wide extends Column>(from: ArrayLike<number>, to: Wide): Wide {
  to.set(from)
  return to
}
