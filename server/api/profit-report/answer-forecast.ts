import type { CashForecast } from '../../../contract/profit-report.ts'
import { forecastOf } from '../../profit/ledger/forecast.ts'
import { dayOfEpoch, epochDay } from '../../profit/ledger/ledger-row.ts'
import type { PortalStore } from '../../store/database.ts'
import { readAsOf } from '../../store/meta.ts'
import { ledgerOf } from '../profit/ledger-keeper.ts'
import { moscowDay } from '../profit/order-days.ts'
import type { ProfitTools } from '../profit/profit-knowledge.ts'
import { readProfitSettings } from '../profit/read-profit-settings.ts'

/** Money expected in and out for ninety days, of the whole company. `now` UTC ISO. */
export async function answerForecast(
  request: ProfitTools & { store: PortalStore; now: string },
): Promise<CashForecast> {
  const { store, now } = request
  const { ledger, knowledge } = await ledgerOf(store, request)
  const { startBalance, balanceLimitMinor } = await readProfitSettings(store)
  const today = epochDay(moscowDay(now))
  const { days, overdue, unplaced, later, habits } = forecastOf(ledger, today, knowledge.calendar)
  let balance = startBalance?.minor ?? null
  return {
    today: dayOfEpoch(today),
    start: startBalance,
    limitMinor: balanceLimitMinor,
    days: days.map(({ inMinor, outMinor }, index) => {
      if (balance !== null) balance += inMinor - outMinor
      const isGap = balance !== null && balance < balanceLimitMinor
      return { on: dayOfEpoch(today + index), inMinor, outMinor, balanceMinor: balance, isGap }
    }),
    overdue,
    unplaced,
    later,
    habits,
    asOf: (await readAsOf(store)) ?? now,
  }
}
