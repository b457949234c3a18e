import type { Label, Language } from '../../../contract/codes.ts'
import type { RefusalReportAnswer, RefusalReportLine, ReportView } from '../../../contract/refusal-report.ts'
import type { Table } from '../../exports/table-file.ts'

type Column = { title: Label; width: number; of: (line: RefusalReportLine) => string | number | null }

const FIRST: Record<ReportView, Label> = {
  reason: { ru: 'Причина', en: 'Reason' },
  client: { ru: 'Клиент', en: 'Client' },
  manager: { ru: 'Менеджер', en: 'Manager' },
  lane: { ru: 'Направление', en: 'Lane' },
}

const COLUMNS: readonly Column[] = [
  { title: { ru: 'Запрошено', en: 'Asked' }, width: 12, of: ({ asked }) => asked },
  { title: { ru: 'Потеряно', en: 'Lost' }, width: 12, of: ({ lost }) => lost },
  { title: { ru: 'На сумму, ₽', en: 'Worth, ₽' }, width: 16, of: ({ lostMinor }) => lostMinor / 100 },
  { title: { ru: 'Без согласования', en: 'Without approval' }, width: 18, of: ({ recorded }) => recorded },
  { title: { ru: 'Повторы', en: 'Repeats' }, width: 12, of: ({ repeats }) => repeats },
  { title: { ru: 'Вернули в работу', en: 'Returned' }, width: 18, of: ({ returned }) => returned },
  { title: { ru: 'Из них выиграно', en: 'Of them won' }, width: 18, of: ({ returnedWon }) => returnedWon },
  { title: { ru: 'Могли продать', en: 'Could have sold' }, width: 16, of: ({ couldHaveBeen }) => couldHaveBeen },
  {
    title: { ru: 'Могли продать, ₽', en: 'Could have sold, ₽' },
    width: 18,
    of: ({ couldHaveBeenMinor }) => couldHaveBeenMinor / 100,
  },
  {
    title: { ru: 'Решали, ч (медиана)', en: 'Hours to decide (median)' },
    width: 20,
    of: ({ medianHours }) => (medianHours === null ? null : Math.round(medianHours * 10) / 10),
  },
]

/** One view of the report as a file. What people have typed cannot become a formula there: the writer sees to it. */
export function refusalTable(report: RefusalReportAnswer, view: ReportView, language: Language): Table {
  return {
    sheet: language === 'ru' ? 'Отказы' : 'Refusals',
    columns: [
      { title: FIRST[view][language], width: 36 },
      ...COLUMNS.map(({ title, width }) => ({ title: title[language], width })),
    ],
    rows: (report.lines[view] ?? []).map((line) => [line.name, ...COLUMNS.map(({ of }) => of(line))]),
  }
}
