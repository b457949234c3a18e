import type { ReportAnswer } from '../../../contract/profit-report.ts'
import type { Language } from '../../../contract/codes.ts'
import { loadExceljs } from '../../exports/load-exceljs.ts'
import { harmless } from '../../exports/table-text.ts'
import { SHEET_WORDS } from './sheet-words.ts'

const MONEY = '#,##0.00'
const SHARE = '0.0%'
const DAYS = '0.0'

/** The report as a workbook: its groups with their figures, and the period in parts. */
export async function reportSheet(report: ReportAnswer, language: Language): Promise<Uint8Array> {
  const words = SHEET_WORDS[language]
  const { Workbook } = await loadExceljs()
  const book = new Workbook()
  const columns = [words.trips, words.unknown, words.deals, words.revenue, words.cost, words.margin, words.share]
  const more = [words.revenuePerKm, words.marginPerKm, words.payDays]
  const sheet = book.addWorksheet(words.report)
  sheet.addRow([`${words.period} ${report.query.from} — ${report.query.to}`])
  sheet.addRow([words.by[report.query.by], ...columns, ...more]).font = { bold: true }
  for (const { name, figures } of [...report.groups, { name: words.total, figures: report.total }]) {
    sheet.addRow([
      harmless(name ?? words.unstated),
      figures.trips,
      figures.unknown,
      figures.deals,
      figures.revenueMinor / 100,
      figures.costMinor / 100,
      figures.marginMinor / 100,
      figures.marginShare,
      figures.revenuePerKmMinor === null ? null : figures.revenuePerKmMinor / 100,
      figures.marginPerKmMinor === null ? null : figures.marginPerKmMinor / 100,
      figures.payDays,
    ])
  }
  sheet.lastRow!.font = { bold: true }
  sheet.views = [{ state: 'frozen', ySplit: 2, xSplit: 1 }]
  sheet.columns.forEach((column, index) => {
    column.width = index === 0 ? 40 : 18
    if ([4, 5, 6, 8, 9].includes(index)) column.numFmt = MONEY
    if (index === 7) column.numFmt = SHARE
    if (index === 10) column.numFmt = DAYS
  })
  const series = book.addWorksheet(words.parts)
  series.addRow([words.since, words.trips, words.revenue, words.cost, words.margin]).font = { bold: true }
  for (const { on, figures } of report.series.parts)
    series.addRow([on, figures.trips, figures.revenueMinor / 100, figures.costMinor / 100, figures.marginMinor / 100])
  series.columns.forEach((column, index) => {
    column.width = 18
    if (index > 1) column.numFmt = MONEY
  })
  return new Uint8Array(await book.xlsx.writeBuffer())
}
