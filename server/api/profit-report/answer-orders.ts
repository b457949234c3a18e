import type { ReportOrders } from '../../../contract/profit-report.ts'
import { dayOfEpoch, NO_DAY } from '../../profit/ledger/ledger-row.ts'
import type { Ledger } from '../../profit/ledger/ledger.ts'
import { groupKey, matches } from '../../profit/ledger/report.ts'
import { readCompanyTitles } from '../../store/candidates.ts'
import { readOrderTitles } from '../../store/order-titles.ts'
import { ledgerOf } from '../profit/ledger-keeper.ts'
import { questionOf, type ReportRequest } from './answer-report.ts'

/** Orders shown at a time. */
const PAGE = 50

/** The orders behind one group, the newest first. */
export async function answerOrders(request: ReportRequest, key: number, offset: number): Promise<ReportOrders> {
  const { store, gazetteer } = request
  const { ledger } = await ledgerOf(store, request)
  const rows = rowsOfGroup(ledger, request, key)
  const shown = rows.slice(offset, offset + PAGE)
  const { ids, money } = ledger
  const titles = await readOrderTitles(
    store,
    shown.map((row) => ids.orderId[row]!),
    shown.map((row) => ids.dealId[row]!),
  )
  const companies = await readCompanyTitles(
    store,
    shown.flatMap((row) => [ids.clientId[row]!, ids.carrierId[row]!]),
  )
  const place = (id: number) => (id === 0 ? null : (gazetteer.byId(id)?.name ?? null))
  return {
    total: rows.length,
    orders: shown.map((row) => {
      const [orderId, dealId, day] = [ids.orderId[row]!, ids.dealId[row]!, ids.day[row]!]
      return {
        orderId,
        title: titles.orders.get(orderId) ?? '',
        dealId: dealId === 0 ? null : dealId,
        dealTitle: titles.deals.get(dealId) ?? null,
        serviceOn: day === NO_DAY ? null : dayOfEpoch(day),
        isDone: ledger.isDone(row),
        client: companies.get(ids.clientId[row]!) ?? null,
        carrier: companies.get(ids.carrierId[row]!) ?? null,
        from: place(ids.fromPlaceId[row]!),
        to: place(ids.toPlaceId[row]!),
        figures: ledger.isKnown(row)
          ? {
              revenueMinor: money.revenueMinor[row]!,
              costMinor: money.costMinor[row]!,
              marginMinor: money.marginMinor[row]!,
            }
          : null,
      }
    }),
  }
}

function rowsOfGroup(ledger: Ledger, request: ReportRequest, key: number): number[] {
  const question = questionOf(request)
  const rows: number[] = []
  for (let row = 0; row < ledger.count; row++)
    if (matches(ledger, row, question) && groupKey(ledger, question.by, row) === key) rows.push(row)
  const { day, orderId } = ledger.ids
  return rows.sort((a, b) => day[b]! - day[a]! || orderId[b]! - orderId[a]!)
}
