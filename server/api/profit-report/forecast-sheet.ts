import type { Language } from '../../../contract/codes.ts'
import type { CashForecast } from '../../../contract/profit-report.ts'
import { loadExceljs } from '../../exports/load-exceljs.ts'
import { SHEET_WORDS } from './sheet-words.ts'

const MONEY = '#,##0.00'

/** The forecast as a workbook: all ninety days, those without payments too. */
export async function forecastSheet(forecast: CashForecast, language: Language): Promise<Uint8Array> {
  const { forecast: words } = SHEET_WORDS[language]
  const { Workbook } = await loadExceljs()
  const book = new Workbook()
  const sheet = book.addWorksheet(words.title)
  sheet.addRow([words.day, words.in, words.out, words.balance, words.gap]).font = { bold: true }
  for (const { on, inMinor, outMinor, balanceMinor, isGap } of forecast.days)
    sheet.addRow([
      on,
      inMinor / 100,
      outMinor / 100,
      balanceMinor === null ? null : balanceMinor / 100,
      isGap ? words.isGap : '',
    ])
  sheet.views = [{ state: 'frozen', ySplit: 1, xSplit: 1 }]
  sheet.columns.forEach((column, index) => {
    column.width = 24
    if (index >= 1 && index <= 3) column.numFmt = MONEY
  })
  return new Uint8Array(await book.xlsx.writeBuffer())
}
