import { VAT_CODES } from '../../../contract/codes.ts'
import { tripProfit } from '../../profit/trip-profit.ts'
import type { PortalStore } from '../../store/database.ts'
import { readUsualOrders } from '../../store/order-money.ts'
import { entityOf, readOwnEntities } from '../profit/own-entities.ts'
import { tripOfOrder } from '../profit/trip-of-order.ts'

/** Settings that a share of net revenue does not depend on. */
const SETTINGS = { currency: 'RUB', annualPercent: null, cashPercent: 0, minimumShare: null, exchange: () => null }
/** Fewer trips are no habit. */
const USUAL_FROM = 3

/** Median net margin of a client's newest finished trips, of net revenue; null where too few can be calculated. */
export async function clientMarginShare(store: PortalStore, clientId: number): Promise<number | null> {
  const chosen = await readOwnEntities(store)
  const shares = (await readUsualOrders(store, { clientId }))
    .flatMap((one) => {
      const vat = VAT_CODES.find((code) => code === one.order.clientVat) ?? null
      const own = entityOf(one.money?.ownCompanyId ?? null, null, vat, chosen)
      const profit = tripProfit(tripOfOrder(one, own, null).trip, SETTINGS)
      return profit.state === 'known' && profit.fact.marginShare !== null ? [profit.fact.marginShare] : []
    })
    .toSorted((a, b) => a - b)
  return shares.length < USUAL_FROM ? null : shares[shares.length >> 1]!
}
