import { Hono } from 'hono'
import { z } from 'zod'
import { reportQuery, type CashForecast } from '../../contract/profit-report.ts'
import type { ApiContext } from './api-context.ts'
import { answerForecast } from './profit-report/answer-forecast.ts'
import { answerOrders } from './profit-report/answer-orders.ts'
import { answerReport } from './profit-report/answer-report.ts'
import { forecastSheet } from './profit-report/forecast-sheet.ts'
import { reportRequest, requireSight } from './profit-report/report-request.ts'
import { reportSheet } from './profit-report/report-sheet.ts'
import { NotAllowedError } from '../errors.ts'
import { signedIn, type SignedIn } from './signed-in.ts'
import { validated } from './validated.ts'

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const inGroup = z.object({
  key: z.coerce.number().int().min(0),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
})

/**
 * `GET /api/profit-report`: a period by groups; `/sheet`: the same as a file; `/orders`: the orders behind a group;
 * `/forecast`, and `/forecast/sheet` as a file: money expected for ninety days, for those who see the whole company.
 */
export function profitReportGet(context: ApiContext) {
  return new Hono()
    .get('/api/profit-report', signedIn(context), validated('query', reportQuery), async (call) =>
      call.json(await answerReport(await reportRequest(context, call.var, call.req.valid('query')))),
    )
    .get('/api/profit-report/sheet', signedIn(context), validated('query', reportQuery), async (call) => {
      const request = await reportRequest(context, call.var, call.req.valid('query'))
      const sheet = await reportSheet(await answerReport(request, Infinity), call.var.viewer.language)
      return call.body(sheet as Uint8Array<ArrayBuffer>, 200, { 'content-type': SHEET })
    })
    .get('/api/profit-report/orders', signedIn(context), validated('query', reportQuery.and(inGroup)), async (call) => {
      const { key, offset, ...query } = call.req.valid('query')
      return call.json(await answerOrders(await reportRequest(context, call.var, query), key, offset))
    })
    .get('/api/profit-report/forecast', signedIn(context), async (call) =>
      call.json(await forecastFor(context, call.var)),
    )
    .get('/api/profit-report/forecast/sheet', signedIn(context), async (call) => {
      const sheet = await forecastSheet(await forecastFor(context, call.var), call.var.viewer.language)
      return call.body(sheet as Uint8Array<ArrayBuffer>, 200, { 'content-type': SHEET })
    })
}

/** Throws NotAllowedError for whoever sees a part of the company only. */
async function forecastFor(context: ApiContext, { room, viewer }: SignedIn['Variables']): Promise<CashForecast> {
  const sight = await requireSight(room, viewer)
  if (!sight.all) throw new NotAllowedError('no_right', 'The money of the whole company is shown to directors')
  const { gazetteer, distance, workCalendar } = context
  const now = new Date(context.now()).toISOString()
  return answerForecast({ store: room.store, gazetteer, distance, workCalendar, now })
}
