import { CAST } from '../../sandbox/seeds/cast.ts'
import type { PortalStore } from '../../server/store/database.ts'

/** An order on its way, priced on both sides, whose manager the sales head leads. */
export async function runningOrder(store: PortalStore): Promise<number> {
  const { id } = await store
    .selectFrom('load')
    .select('id')
    .where('kind', '=', 'order')
    .where('semantics', '=', 'P')
    .where('managerId', '=', CAST.manager)
    .where('carrierRateMinor', 'is not', null)
    .where('carrierVat', 'is not', null)
    .executeTakeFirstOrThrow()
  return id
}
