import { reportQuery } from '../../../contract/profit-report.ts'
import { moscowDay } from '../profit/order-days.ts'
import { maySetProfit } from '../profit/profit-for.ts'
import { readProfitSettings } from '../profit/read-profit-settings.ts'
import type { WidgetBoot } from '../session/widget-boot.ts'
import { answerReport } from './answer-report.ts'
import { reportRequest } from './report-request.ts'

/** Views that links of the portal lead to. */
const LINKED = ['settings', 'rates'] as const

/** The page of the whole company: this month by clients. */
export const bootProfitReport: WidgetBoot = async ({ context, room, viewer, session, posted }) => {
  const today = moscowDay(new Date(context.now()).toISOString())
  const query = reportQuery.parse({ from: `${today.slice(0, 7)}-01`, to: today })
  const { minimumShare, goodShare } = await readProfitSettings(room.store)
  return {
    state: 'profit-report',
    session,
    page: {
      report: await answerReport(await reportRequest(context, { viewer, room }, query)),
      orderTypeId: room.map()?.processes.order.entityTypeId ?? 0,
      minimumShare,
      goodShare,
      maySet: maySetProfit(viewer),
      view: maySetProfit(viewer) ? (LINKED.find((view) => view === posted.options.view) ?? 'report') : 'report',
    },
  }
}
