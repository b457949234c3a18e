import { z } from 'zod'
import { day } from './actions.ts'

export const REPORT_GROUPS = ['client', 'carrier', 'lane', 'logist', 'manager', 'entity'] as const
export const reportBy = z.enum(REPORT_GROUPS)
export type ReportBy = z.infer<typeof reportBy>

/** Sums and averages of trips, without VAT, kopecks. What cannot be divided is null, never zero. */
export const reportFigures = z.object({
  trips: z.number().int(),
  /** Of them not calculable: they are in no sum. */
  unknown: z.number().int(),
  /** Different deals the trips belong to. */
  deals: z.number().int(),
  revenueMinor: z.number(),
  costMinor: z.number(),
  marginMinor: z.number(),
  marginShare: z.number().nullable(),
  /** Of the trips whose distance is known. */
  revenuePerKmMinor: z.number().nullable(),
  marginPerKmMinor: z.number().nullable(),
  /** From the service to the client's money, on average of those paid. */
  payDays: z.number().nullable(),
  paid: z.number().int(),
})
export type ReportFigures = z.infer<typeof reportFigures>

const FARTHEST_DAYS = 20 * 366

/** Query of `GET /api/profit-report` and its likes. Both days are in the period. */
export const reportQuery = z
  .object({
    from: day,
    to: day,
    by: reportBy.default('client'),
    /** `done`: only trips that are over; `all`: those under way, too. */
    state: z.enum(['all', 'done']).default('all'),
  })
  .refine(({ from, to }) => from <= to, { message: 'The period ends before it begins', path: ['to'] })
  .refine(({ from, to }) => (Date.parse(to) - Date.parse(from)) / 86_400_000 <= FARTHEST_DAYS, {
    message: 'The period is longer than twenty years',
    path: ['to'],
  })
export type ReportQuery = z.infer<typeof reportQuery>

export const reportGroup = z.object({
  /** For drilling down; made by the server. */
  key: z.string(),
  /** null: not stated in the orders. */
  name: z.string().nullable(),
  figures: reportFigures,
})
export type ReportGroup = z.infer<typeof reportGroup>

export const reportAnswer = z.object({
  query: z.object({ from: z.string(), to: z.string(), by: reportBy, state: z.enum(['all', 'done']) }),
  total: reportFigures,
  groups: z.array(reportGroup),
  /** Groups that are not in the list: how many, and what they come to. */
  others: z.object({ groups: z.number().int(), trips: z.number().int(), marginMinor: z.number() }).nullable(),
  /** The period in parts, for a chart; `on` is the first day of a part. */
  series: z.object({
    step: z.enum(['day', 'week', 'month']),
    parts: z.array(z.object({ on: z.string(), figures: reportFigures })),
  }),
  /** Orders in no period: their day is not known. */
  undated: z.number().int(),
  asOf: z.string(),
})
export type ReportAnswer = z.infer<typeof reportAnswer>

/** One order of a group. */
export const reportOrder = z.object({
  orderId: z.number().int(),
  title: z.string(),
  dealId: z.number().int().nullable(),
  dealTitle: z.string().nullable(),
  serviceOn: z.string().nullable(),
  isDone: z.boolean(),
  client: z.string().nullable(),
  carrier: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** null: not calculable; the tab of the order says what is missing. */
  figures: z.object({ revenueMinor: z.number(), costMinor: z.number(), marginMinor: z.number() }).nullable(),
})
export type ReportOrder = z.infer<typeof reportOrder>

export const reportOrders = z.object({ total: z.number().int(), orders: z.array(reportOrder) })
export type ReportOrders = z.infer<typeof reportOrders>

/** Ninety days of money to come and to go. */
export const cashForecast = z.object({
  /** The first day of the forecast, Moscow. */
  today: z.string(),
  start: z.object({ minor: z.number().int(), on: z.string() }).nullable(),
  limitMinor: z.number().int(),
  days: z.array(
    z.object({
      on: z.string(),
      inMinor: z.number(),
      outMinor: z.number(),
      /** At the end of the day; null without a start balance. */
      balanceMinor: z.number().nullable(),
      /** Below the limit: a gap. */
      isGap: z.boolean(),
    }),
  ),
  /** Already late; expected today, since nobody knows better. */
  overdue: z.object({ inMinor: z.number(), outMinor: z.number(), payments: z.number().int() }),
  /** Cannot be put on a day: no term, nothing promised, or no rate of exchange. */
  unplaced: z.object({ inMinor: z.number(), outMinor: z.number(), payments: z.number().int() }),
  /** Due later than the last day. */
  later: z.object({ inMinor: z.number(), outMinor: z.number() }),
  /** Habits the forecast rests on: days, and of how many trips; null: too few. */
  habits: z.object({ lateDays: z.number().nullable(), clients: z.number().int(), paid: z.number().int() }),
  asOf: z.string(),
})
export type CashForecast = z.infer<typeof cashForecast>

/** What the page «Рентабельность» opens with. */
export const profitReportBoot = z.object({
  report: reportAnswer,
  orderTypeId: z.number().int(),
  minimumShare: z.number().nullable(),
  goodShare: z.number().nullable(),
  /** Sees the whole company's money, and says what is reckoned how. */
  maySet: z.boolean(),
  /** What a link asked for; settings, and rates above them, only for who may set them. */
  view: z.enum(['report', 'settings', 'rates']),
})
export type ProfitReportBoot = z.infer<typeof profitReportBoot>
