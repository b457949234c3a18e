import type { ApiContext } from '../api-context.ts'
import type { PortalStore } from '../../store/database.ts'
import { readSeveralAwarded } from '../../store/order-money.ts'
import type { ProfitKnowledge } from './figure-order.ts'
import { readEntityOfForm, readOwnEntities } from './own-entities.ts'
import { exchangeOf, readProfitSettings, readWorkCalendar } from './read-profit-settings.ts'

export type ProfitTools = Pick<ApiContext, 'gazetteer' | 'distance' | 'workCalendar'>

/** Everything this portal has set and recorded. `orderIds` null: for all orders. */
export async function readProfitKnowledge(
  store: PortalStore,
  { gazetteer, distance, workCalendar }: ProfitTools,
  orderIds: readonly number[] | null,
): Promise<ProfitKnowledge> {
  const chosen = await readProfitSettings(store)
  return {
    settings: {
      currency: 'RUB',
      annualPercent: chosen.annualPercent,
      cashPercent: chosen.cashPercent,
      minimumShare: chosen.minimumShare,
      exchange: await exchangeOf(store),
    },
    chosen: await readOwnEntities(store),
    entityOfForm: await readEntityOfForm(store),
    calendar: await readWorkCalendar(store, workCalendar, chosen.workDays),
    gazetteer,
    distance,
    awarded: await readSeveralAwarded(store, orderIds),
  }
}
