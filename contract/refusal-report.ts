import { z } from 'zod'

/** One row of the report. Sums in kopecks of roubles; shares of one. */
export const refusalReportLine = z.object({
  id: z.string(),
  name: z.string(),
  /** Refusals asked or recorded, those that ask nothing of anybody apart. */
  asked: z.number().int(),
  /** Of them ended in a loss. */
  lost: z.number().int(),
  lostMinor: z.number().int(),
  /** Lost without anybody's approval: the client's own no. */
  recorded: z.number().int(),
  /** A client of whom this was said before in the same span. */
  repeats: z.number().int(),
  /** Sent back to work, and of those won later. */
  returned: z.number().int(),
  returnedWon: z.number().int(),
  /** Lost though the best offer was near the client's price. */
  couldHaveBeen: z.number().int(),
  couldHaveBeenMinor: z.number().int(),
  /** From the question to the decision; null where nobody had to decide. */
  medianHours: z.number().nullable(),
})
export type RefusalReportLine = z.infer<typeof refusalReportLine>

export const REPORT_VIEWS = ['reason', 'client', 'manager', 'lane'] as const
export type ReportView = (typeof REPORT_VIEWS)[number]

export const refusalReportAnswer = z.object({
  fromOn: z.string(),
  toOn: z.string(),
  /** Up to this share over the client's price an offer counts as near. */
  closeShare: z.number(),
  total: refusalReportLine,
  lines: z.record(z.enum(REPORT_VIEWS), z.array(refusalReportLine)),
  /** Went up because nobody who decides was there and had a deputy. */
  lifted: z.number().int(),
  /** Leads that were no clients, by rule. */
  exempt: z.number().int(),
  /** Moves to lost past the rule, by what became of them. */
  unruled: z.object({ returned: z.number().int(), reported: z.number().int(), left: z.number().int() }),
})
export type RefusalReportAnswer = z.infer<typeof refusalReportAnswer>

/** Days of Moscow, both included. */
export const refusalReportQuery = z.object({ fromOn: z.iso.date(), toOn: z.iso.date() })
export const refusalReportFileQuery = refusalReportQuery.extend({
  view: z.enum(REPORT_VIEWS),
  format: z.enum(['csv', 'xlsx']),
})
