import { InvalidInputError } from '../errors.ts'

/** A table somebody sent: texts only, nothing of it is believed or evaluated. */
export interface Table {
  header: string[]
  rows: TableRow[]
}

export interface TableRow {
  /** As the file's own program counts lines, from 1. */
  line: number
  cells: string[]
  /** Positions of cells that are formulas. */
  formulas: number[]
}

export const MOST_COLUMNS = 60
/** Longer texts are cut to one character more, so that whoever reads them sees that they are too long. */
export const LONGEST_CELL = 1_000

/** The first row that holds anything is the header; empty rows are left out. Throws InvalidInputError. */
export function toTable(rows: readonly TableRow[], mostRows: number): Table {
  const filled = rows.filter((row) => row.cells.some((cell) => cell !== ''))
  const [head, ...rest] = filled
  if (!head || rest.length === 0) throw unreadable('There are no rows below the first one')
  if (rest.length > mostRows) throw unreadable(`No more than ${mostRows} rows are read at once`)
  if (head.cells.length > MOST_COLUMNS) throw unreadable(`No more than ${MOST_COLUMNS} columns are read`)
  return { header: head.cells, rows: rest }
}

export function cellText(value: string): string {
  return value
    .slice(0, LONGEST_CELL + 1)
    .replace(/\s+/g, ' ')
    .trim()
}

export function unreadable(message: string): InvalidInputError {
  return new InvalidInputError(message, [{ path: 'file', message }])
}
