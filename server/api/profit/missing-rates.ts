import type { MissingRate } from '../../../contract/exchange-rates.ts'
import { inOwnCurrency } from '../../profit/line-value.ts'
import type { PortalStore } from '../../store/database.ts'
import { readFigured } from '../../store/order-money.ts'
import { figureOrder } from './figure-order.ts'
import { ledgerOf } from './ledger-keeper.ts'
import type { ProfitTools } from './profit-knowledge.ts'

/** Whoever mends these sees the next ones. */
const MOST_ORDERS = 500
const MOST_DAYS = 20

/** Currencies and days the newest trips in foreign money wait for a rate of; the newest day first. */
export async function missingRates(store: PortalStore, tools: ProfitTools): Promise<MissingRate[]> {
  const { ledger, knowledge } = await ledgerOf(store, tools)
  const newest = ledger.foreignIds().toSorted((a, b) => b - a)
  const missing = new Map<string, MissingRate>()
  for (const one of await readFigured(store, newest.slice(0, MOST_ORDERS))) {
    const { trip } = figureOrder(one, knowledge)
    const { serviceOn, client, carriers, expenses } = trip
    if (serviceOn === null) continue
    const lines = [...(client ? [client] : []), ...carriers, ...expenses]
    const { currency: own, exchange } = knowledge.settings
    const waiting = lines.filter((line) => inOwnCurrency(line, own, serviceOn, exchange) === null)
    for (const currency of new Set(waiting.map((line) => line.currency))) {
      const known = missing.get(`${serviceOn} ${currency}`)
      missing.set(`${serviceOn} ${currency}`, { currency, on: serviceOn, trips: (known?.trips ?? 0) + 1 })
    }
  }
  return [...missing.values()]
    .toSorted((a, b) => b.on.localeCompare(a.on) || a.currency.localeCompare(b.currency))
    .slice(0, MOST_DAYS)
}
