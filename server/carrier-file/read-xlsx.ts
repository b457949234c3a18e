import type { CellValue } from 'exceljs'
import { checkZip } from './check-zip.ts'
import { cellText, MOST_COLUMNS, toTable, unreadable, type Table, type TableRow } from './table.ts'

/** The first sheet of a workbook. Formulas are not evaluated: they are noted as what they are. */
export async function readXlsx(bytes: Buffer, mostRows: number): Promise<Table> {
  checkZip(bytes)
  // Takes a second to load, and is needed once in a portal's life.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  try {
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer)
  } catch {
    throw unreadable('This is no sound XLSX file')
  }
  const [sheet] = workbook.worksheets
  if (!sheet) throw unreadable('The workbook has no sheet')
  if (sheet.actualRowCount > mostRows + 1) throw unreadable(`No more than ${mostRows} rows are read at once`)
  const rows: TableRow[] = []
  sheet.eachRow((row, line) => {
    const cells: string[] = []
    const formulas: number[] = []
    const most = Math.min(row.cellCount, MOST_COLUMNS + 1)
    for (let column = 1; column <= most; column += 1) {
      const { value } = row.getCell(column)
      if (isFormula(value)) formulas.push(column - 1)
      cells.push(cellText(textOf(value)))
    }
    rows.push({ line, cells, formulas })
  })
  return toTable(rows, mostRows)
}

function isFormula(value: CellValue): boolean {
  return typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value)
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map((part) => part.text).join('')
  if ('text' in value) return typeof value.text === 'string' ? value.text : ''
  if ('result' in value && typeof value.result !== 'object') return String(value.result ?? '')
  return ''
}
