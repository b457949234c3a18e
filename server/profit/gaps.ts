import type { ProfitGap, ProfitLine } from '../../contract/profit.ts'
import { inOwnCurrency } from './line-value.ts'
import type { ProfitSettings, Trip } from './trip.ts'

/** What keeps a trip from being calculated, each once; empty when nothing does. */
export function gapsOf(trip: Trip, { currency, exchange }: ProfitSettings): ProfitGap[] {
  const { client, carriers, expenses, serviceOn } = trip
  const lines: ProfitLine[] = [...(client ? [client] : []), ...carriers, ...expenses]
  const hasRate = (line: ProfitLine) =>
    serviceOn === null || inOwnCurrency(line, currency, serviceOn, exchange) !== null
  const gaps: [ProfitGap, boolean][] = [
    ['client_price', client === null],
    ['client_vat', client !== null && client.vat === null],
    ['carrier_price', carriers.length === 0],
    ['carrier_vat', carriers.some(({ vat }) => vat === null)],
    ['expense_vat', expenses.some(({ vat }) => vat === null)],
    ['service_date', serviceOn === null],
    ['own_entity', trip.own === null],
    ['exchange_rate', !lines.every(hasRate)],
  ]
  return gaps.filter(([, isMissing]) => isMissing).map(([gap]) => gap)
}
