import * as fc from 'fast-check'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { tableFile, type Table } from '../../../server/exports/table-file.ts'
import { csvLine, harmless } from '../../../server/exports/table-text.ts'

async function bytesOf(table: Table, format: 'csv' | 'xlsx'): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of tableFile(table, format)) pieces.push(Buffer.from(piece as Buffer))
  return Buffer.concat(pieces)
}
const columns = [
  { title: 'Перевозчик', width: 30 },
  { title: 'Ставка', width: 10 },
]

test.each(['=HYPERLINK("http://evil")', '+7 916', '-1+2', '@SUM(A1)', '\t=1'])(
  'a comment that begins like a formula is harmless: %s',
  (text) => {
    expect(harmless(text)).toBe(`'${text}`)
    expect(csvLine([text])).not.toMatch(/^"?[=+\-@\t]/)
  },
)

test('quotes, semicolons and line breaks stay inside their cell; numbers have a decimal comma; nothing is empty', () => {
  expect(csvLine(['ООО «Вектор»; "Юг"', 85_000.5, null, 'две\nстроки'])).toBe(
    '"ООО «Вектор»; ""Юг""";85000,5;;"две\nстроки"\r\n',
  )
})

test('Excel reads the letters and opens the columns by itself', async () => {
  const text = (await bytesOf({ sheet: 'Лист', columns, rows: [['Вектор', 85_000]] }, 'csv')).toString('utf8')
  expect(text).toBe('\uFEFFПеревозчик;Ставка\r\nВектор;85000\r\n')
})

test('a workbook reads back as what was written, with thousands of rows and no formulas', async () => {
  const rows = Array.from({ length: 3_000 }, (_, index) => [`=${index}`, index + 0.5])
  const book = new exceljs.Workbook()
  await book.xlsx.load((await bytesOf({ sheet: 'Предложения', columns, rows }, 'xlsx')) as never)
  const sheet = book.getWorksheet('Предложения')!
  expect(sheet.rowCount).toBe(3_001)
  expect(sheet.getRow(1).getCell(1).value).toBe('Перевозчик')
  expect(sheet.getRow(2_501).getCell(1).value).toBe("'=2499")
  expect(sheet.getRow(2_501).getCell(2).value).toBe(2499.5)
})

test('whatever is in a cell, a row stays one row of as many cells', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 6 }), (cells) => {
      const line = csvLine(cells)
      let [quoted, count] = [false, 1]
      for (const letter of line.slice(0, -2)) {
        if (letter === '"') quoted = !quoted
        else if (letter === ';' && !quoted) count += 1
        else if (letter === '\n' && !quoted) count += 100
      }
      expect([quoted, count]).toEqual([false, cells.length])
    }),
  )
})
