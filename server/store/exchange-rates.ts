import type { PortalStore } from './database.ts'

export interface RecordedRate {
  currency: string
  /** YYYY-MM-DD. */
  onDay: string
  /** Roubles for one unit, in ten-thousandths. */
  rate: number
}

/** Enters rates of a day; the last word of the day stands. */
export async function saveExchangeRates(store: PortalStore, rates: readonly RecordedRate[]): Promise<void> {
  if (rates.length === 0) return
  await store
    .insertInto('exchangeRate')
    .values([...rates])
    .onConflict((conflict) =>
      conflict.columns(['currency', 'onDay']).doUpdateSet((row) => ({ rate: row.ref('excluded.rate') })),
    )
    .execute()
}

/** Every rate there is: a currency has one row a day. */
export async function readExchangeRates(store: PortalStore): Promise<RecordedRate[]> {
  return store.selectFrom('exchangeRate').selectAll().orderBy('currency').orderBy('onDay').execute()
}

/** What the portal gave for one day; null: nothing. */
export async function readRecordedRate(store: PortalStore, currency: string, onDay: string): Promise<number | null> {
  const row = await store
    .selectFrom('exchangeRate')
    .select('rate')
    .where('currency', '=', currency)
    .where('onDay', '=', onDay)
    .executeTakeFirst()
  return row?.rate ?? null
}

/** The last recorded rate of every currency. */
export async function readNewestRates(store: PortalStore): Promise<RecordedRate[]> {
  const newest = store
    .selectFrom('exchangeRate')
    .select(({ fn }) => ['currency', fn.max('onDay').as('onDay')])
    .groupBy('currency')
    .as('newest')
  return store
    .selectFrom('exchangeRate')
    .innerJoin(newest, (join) =>
      join.onRef('newest.currency', '=', 'exchangeRate.currency').onRef('newest.onDay', '=', 'exchangeRate.onDay'),
    )
    .select(['exchangeRate.currency', 'exchangeRate.onDay', 'exchangeRate.rate'])
    .orderBy('exchangeRate.currency')
    .execute()
}
