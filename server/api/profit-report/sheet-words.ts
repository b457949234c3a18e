import type { Language } from '../../../contract/codes.ts'
import type { ReportBy } from '../../../contract/profit-report.ts'

interface SheetWords {
  report: string
  parts: string
  period: string
  since: string
  total: string
  unstated: string
  trips: string
  unknown: string
  deals: string
  revenue: string
  cost: string
  margin: string
  share: string
  revenuePerKm: string
  marginPerKm: string
  payDays: string
  by: Record<ReportBy, string>
  forecast: { title: string; day: string; in: string; out: string; balance: string; gap: string; isGap: string }
}

/** Headings of the exported workbook. */
export const SHEET_WORDS: Record<Language, SheetWords> = {
  ru: {
    report: 'Рентабельность',
    parts: 'По датам',
    period: 'Период',
    since: 'Начиная с',
    total: 'Итого',
    unstated: 'Не указано',
    trips: 'Рейсы',
    unknown: 'Не посчитано',
    deals: 'Сделки',
    revenue: 'Выручка без НДС, ₽',
    cost: 'Затраты без НДС, ₽',
    margin: 'Чистая маржа, ₽',
    share: 'Рентабельность',
    revenuePerKm: 'Выручка, ₽/км',
    marginPerKm: 'Маржа, ₽/км',
    payDays: 'Дней до оплаты',
    by: {
      client: 'Клиент',
      carrier: 'Перевозчик',
      lane: 'Направление',
      logist: 'Логист',
      manager: 'Менеджер',
      entity: 'Наше юрлицо',
    },
    forecast: {
      title: 'Деньги на 90 дней',
      day: 'День',
      in: 'Поступит, ₽',
      out: 'Уйдёт, ₽',
      balance: 'Остаток к концу дня, ₽',
      gap: 'Кассовый разрыв',
      isGap: 'разрыв',
    },
  },
  en: {
    report: 'Profitability',
    parts: 'By date',
    period: 'Period',
    since: 'Since',
    total: 'Total',
    unstated: 'Not stated',
    trips: 'Trips',
    unknown: 'Not calculable',
    deals: 'Deals',
    revenue: 'Revenue excl. VAT, ₽',
    cost: 'Cost excl. VAT, ₽',
    margin: 'Net margin, ₽',
    share: 'Margin',
    revenuePerKm: 'Revenue, ₽/km',
    marginPerKm: 'Margin, ₽/km',
    payDays: 'Days to pay',
    by: {
      client: 'Client',
      carrier: 'Carrier',
      lane: 'Lane',
      logist: 'Logist',
      manager: 'Manager',
      entity: 'Own legal entity',
    },
    forecast: {
      title: 'Cash for 90 days',
      day: 'Day',
      in: 'In, ₽',
      out: 'Out, ₽',
      balance: 'Balance at the end of the day, ₽',
      gap: 'Cash gap',
      isGap: 'gap',
    },
  },
}
