import { PassThrough, type Readable } from 'node:stream'
import { loadExceljs } from './load-exceljs.ts'
import { BYTE_ORDER_MARK, csvLine, harmless, type Cell } from './table-text.ts'

export interface Table {
  sheet: string
  columns: readonly { title: string; width: number }[]
  rows: Iterable<readonly Cell[]>
}

/** A table as the bytes of a file, made row by row: memory does not grow with it. */
export function tableFile(table: Table, format: 'csv' | 'xlsx'): Readable {
  const out = new PassThrough()
  const made = format === 'csv' ? writeCsv(table, out) : writeXlsx(table, out)
  made.catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}

/** Small writes cost more than what they carry. */
const GATHERED = 64 * 1024

async function writeCsv({ columns, rows }: Table, out: PassThrough): Promise<void> {
  let text = BYTE_ORDER_MARK + csvLine(columns.map(({ title }) => title))
  for (const row of rows) {
    text += csvLine(row)
    if (text.length < GATHERED) continue
    if (!out.write(text)) await drained(out)
    text = ''
  }
  out.end(text)
}

async function writeXlsx({ sheet, columns, rows }: Table, out: PassThrough): Promise<void> {
  const exceljs = await loadExceljs()
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false })
  const page = book.addWorksheet(sheet, { views: [{ state: 'frozen', ySplit: 1 }] })
  page.columns = columns.map(({ title, width }) => ({ header: title, width }))
  page.getRow(1).font = { bold: true }
  let count = 0
  for (const row of rows) {
    page.addRow(row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell))).commit()
    count += 1
    // The reader sets the pace; without a pause here nothing of the file would leave before its end.
    if (count % 500 === 0) await (out.writableNeedDrain ? drained(out) : new Promise(setImmediate))
  }
  page.commit()
  await book.commit()
}

function drained(out: PassThrough): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => () => {
      out.off('drain', onDrain)
      out.off('close', onClose)
      end()
    }
    const onDrain = settle(resolve)
    const onClose = settle(() => reject(new Error('Nobody reads the export any more')))
    out.on('drain', onDrain)
    out.on('close', onClose)
  })
}
