/** A cell of an exported table: a number stays a number; a moment is written in words by whoever makes the row. */
export type Cell = string | number | null

/**
 * A text that a spreadsheet would take for a formula, made harmless by an apostrophe in front: what a carrier wrote
 * into a comment must not run on a director's machine.
 */
export function harmless(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
}

/** Cells with a semicolon between them and decimal commas: what Excel opens in Russian without asking. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  const text = harmless(cell)
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Without it Excel reads UTF-8 as the system's own letters. */
export const BYTE_ORDER_MARK = '\uFEFF'
