import type { ProfitFinding, ProfitLine, ProfitSums } from '../../contract/profit.ts'
import { outputVatPercent } from '../money/own-regime.ts'
import { isVatInForce, vatPercent } from '../money/vat.ts'
import type { ProfitSettings, Trip } from './trip.ts'

/** What looks wrong in a trip, whether it can be calculated or not. `fact` is null where it cannot. */
export function findingsOf(trip: Trip, fact: ProfitSums | null, { minimumShare }: ProfitSettings): ProfitFinding[] {
  const { client, carriers, expenses, serviceOn } = trip
  const lines: ProfitLine[] = [...(client ? [client] : []), ...carriers, ...expenses]
  const share = fact?.marginShare ?? null
  const found: [ProfitFinding, boolean][] = [
    ['negative_price', lines.some(({ minor }) => minor < 0) || (trip.odd ?? []).includes('negative_rate')],
    ['unknown_form', (trip.odd ?? []).includes('unknown_form')],
    ['vat_not_in_force', serviceOn !== null && lines.some(({ vat }) => vat !== null && !isVatInForce(vat, serviceOn))],
    ['vat_not_of_regime', isOfAnotherRegime(trip)],
    ['several_carriers', carriers.length > 1],
    ['several_awarded', (trip.awarded ?? 0) > 1],
    ['dates_out_of_order', isOutOfOrder(trip.happened ?? [])],
    ['below_minimum', minimumShare !== null && share !== null && share < minimumShare],
    ['loss', fact !== null && fact.netMarginMinor < 0],
  ]
  return found.filter(([, isSo]) => isSo).map(([finding]) => finding)
}

function isOutOfOrder(days: readonly (string | null)[]): boolean {
  const known = days.filter((day) => day !== null)
  return known.some((day, index) => index > 0 && day < known[index - 1]!)
}

/** The client's papers name another tax than our own entity charges: one of the two cards is wrong. */
function isOfAnotherRegime({ client, own, serviceOn }: Trip): boolean {
  if (!client?.vat || !own || serviceOn === null) return false
  return vatPercent(client.vat) !== outputVatPercent(own.regime, client.vat, serviceOn)
}
