import { cellText, MOST_COLUMNS, toTable, type Table, type TableRow } from './table.ts'

const DELIMITERS = [';', '\t', ',']

/** A CSV as Excel and others write it: UTF-8 or Windows-1251, whichever delimiter its first line has most of. */
export function readCsv(bytes: Uint8Array, mostRows: number): Table {
  const text = decode(bytes)
  const firstLine = /^[^\r\n]*/.exec(text)![0]
  const count = (delimiter: string) => firstLine.split(delimiter).length
  const delimiter = DELIMITERS.toSorted((a, b) => count(b) - count(a))[0]!
  return toTable([...csvRows(text, delimiter, mostRows)], mostRows)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Excel in Russia writes CSV so.
    return new TextDecoder('windows-1251').decode(bytes)
  }
}

/** Stops reading a little behind the most rows that may be: whoever counts them sees that there are too many. */
function* csvRows(text: string, delimiter: string, mostRows: number): Generator<TableRow> {
  let line = 1
  let startLine = 1
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let given = 0
  const row = (): TableRow => {
    const made = { line: startLine, cells: cells.map(cellText), formulas: [] }
    cells = []
    return made
  }
  const endCell = () => {
    if (cells.length <= MOST_COLUMNS) cells.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at]!
    if (one === '\n') line += 1
    if (isQuoted) {
      if (one !== '"') cell += one
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (one === '"' && cell === '') isQuoted = true
    else if (one === delimiter) endCell()
    else if (one === '\n') {
      endCell()
      yield row()
      given += 1
      if (given > mostRows + 100) return
      startLine = line
    } else if (one !== '\r') cell += one
  }
  if (cell !== '' || cells.length > 0) {
    endCell()
    yield row()
  }
}
