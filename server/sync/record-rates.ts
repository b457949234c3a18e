import { z } from 'zod'
import { saveExchangeRates, type RecordedRate } from '../store/exchange-rates.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import type { PortalCopy } from './portal-copy.ts'

const OWN_CURRENCY = 'RUB'
const TEN_THOUSAND = 10_000
const MOSCOW_MS = 3 * 3_600_000
const META = 'ratesRecordedOn'

/** As the portal prints them: AMOUNT of its base currency for AMOUNT_CNT units. */
const currencies = z.array(
  z.object({
    CURRENCY: z.string().length(3),
    AMOUNT: z.coerce.number().positive().finite(),
    AMOUNT_CNT: z.coerce.number().positive().finite(),
  }),
)

/**
 * Takes the portal's exchange rates of today down, once a day by Moscow: what a currency was worth on a day cannot be
 * asked later. `now` in milliseconds. Returns what was recorded; nothing when today's are there already.
 */
export async function recordRates({ store, client }: PortalCopy, now: number): Promise<RecordedRate[]> {
  const today = new Date(now + MOSCOW_MS).toISOString().slice(0, 10)
  if ((await readMeta<string>(store, META)) === today) return []
  const answer = await client.call<unknown>('crm.currency.list', {})
  const rates = ratesOf(answer.result, today)
  await saveExchangeRates(store, rates)
  await writeMeta(store, META, today)
  return rates
}

/** Roubles for one unit, in ten-thousandths, whatever the portal's base currency is. Rows that make no sense are left out. */
export function ratesOf(result: unknown, onDay: string): RecordedRate[] {
  const rows = (Array.isArray(result) ? result : []).flatMap((row) => currencies.safeParse([row]).data ?? [])
  const worth = (row: (typeof rows)[number]) => row.AMOUNT / row.AMOUNT_CNT
  const own = rows.find(({ CURRENCY }) => CURRENCY === OWN_CURRENCY)
  if (!own) return []
  return rows
    .filter(({ CURRENCY }) => CURRENCY !== OWN_CURRENCY)
    .map((row) => ({ currency: row.CURRENCY, onDay, rate: Math.round((worth(row) / worth(own)) * TEN_THOUSAND) }))
    .filter(({ rate }) => rate > 0)
}
