import { sql } from 'kysely'
import type { PortalStore } from './database.ts'
import type { RecordedRate } from './exchange-rates.ts'

/** One saying of a director. `rate` null: his word on that day is taken back. */
export interface StatedRate {
  key: string
  currency: string
  /** YYYY-MM-DD. */
  onDay: string
  rate: number | null
  /** The portal's rate of that day, put aside knowingly; null: it had none. */
  insteadOf: number | null
  byUserId: number
  /** UTC ISO. */
  at: string
}

/** Adds to what was said; the same press twice is one saying. */
export async function addStatedRate(store: PortalStore, stated: StatedRate): Promise<void> {
  await store
    .insertInto('statedExchangeRate')
    .values(stated)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}

/**
 * What trips are reckoned with: the newest saying of every currency and day, unless it was taken back. Where the portal
 * has a rate of its own, only a saying that was put in its place knowingly.
 */
export async function readRatesInForce(store: PortalStore): Promise<RecordedRate[]> {
  const rows = await withRecorded(store)
    .select(['stated.currency', 'stated.onDay', 'stated.rate'])
    .where(IN_FORCE)
    .execute()
  return rows.map(({ currency, onDay, rate }) => ({ currency, onDay, rate: rate! }))
}

export interface TracedRate extends StatedRate {
  inForce: boolean
  /** What the portal recorded for that day. */
  recorded: number | null
}

/** The newest sayings, the last one first. */
export async function readStatedRates(store: PortalStore, limit: number): Promise<TracedRate[]> {
  const rows = await withRecorded(store)
    .selectAll('stated')
    .select(['exchangeRate.rate as recorded', sql<number>`${IN_FORCE}`.as('isInForce')])
    .orderBy('stated.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ isInForce, ...row }) => ({ ...row, inForce: isInForce === 1 }))
}

const IN_FORCE = sql<boolean>`stated.rate IS NOT NULL
  AND (exchangeRate.rate IS NULL OR exchangeRate.rate IS stated.insteadOf)
  AND NOT EXISTS (SELECT 1 FROM statedExchangeRate later
    WHERE later.currency = stated.currency AND later.onDay = stated.onDay AND later.id > stated.id)`

function withRecorded(store: PortalStore) {
  return store
    .selectFrom('statedExchangeRate as stated')
    .leftJoin('exchangeRate', (join) =>
      join.onRef('exchangeRate.currency', '=', 'stated.currency').onRef('exchangeRate.onDay', '=', 'stated.onDay'),
    )
}
