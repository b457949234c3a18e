import { z } from 'zod'
import { day, writeKey } from './actions.ts'

/** Roubles for one unit of a currency, in ten-thousandths. */
const exchangeRate = z.number().int().positive().max(1_000_000_000_000)
const currencyCode = z.string().regex(/^[A-Z]{3}$/)

/** One rate as the portal gave it on a day. */
export const recordedRate = z.object({ currency: z.string(), on: z.string(), rate: z.number().int() })
export type RecordedRateView = z.infer<typeof recordedRate>

/** What a director has said of a currency on a day; `rate` null: he has taken his word back. */
export const statedRate = z.object({
  currency: z.string(),
  on: z.string(),
  rate: z.number().int().nullable(),
  /** The portal's own rate of that day, if it has one. */
  recorded: z.number().int().nullable(),
  by: z.string().nullable(),
  at: z.string(),
  /** Trips of that day are reckoned with it: nothing later was said, nor recorded by the portal. */
  inForce: z.boolean(),
})
export type StatedRateView = z.infer<typeof statedRate>

/** A day whose trips wait for a rate. */
export const missingRate = z.object({ currency: z.string(), on: z.string(), trips: z.number().int() })
export type MissingRate = z.infer<typeof missingRate>

/** Answer of `GET` and `PUT /api/exchange-rates`. */
export const exchangeRatesAnswer = z.object({
  /** The portal's newest rate of every currency. */
  newest: z.array(recordedRate),
  /** What may be chosen. */
  currencies: z.array(z.string()),
  /** The last day a rate may be stated for. */
  latestOn: z.string(),
  /** Newest first, of the newest trips. */
  missing: z.array(missingRate),
  /** Everything directors have said, newest first. */
  stated: z.array(statedRate),
})
export type ExchangeRatesAnswer = z.infer<typeof exchangeRatesAnswer>

/** Body of `PUT /api/exchange-rates`. */
export const statedRateInput = z.object({
  key: writeKey,
  currency: currencyCode.refine((code) => code !== 'RUB', { message: 'roubles need no rate' }),
  on: day,
  rate: exchangeRate.nullable(),
  /** The portal's rate of that day he has been shown and puts his own in the place of; null: it had none. */
  insteadOf: exchangeRate.nullable(),
})
export type StatedRateInput = z.infer<typeof statedRateInput>

/** Query of `GET /api/exchange-rates/recorded`, and its answer. */
export const recordedRateQuery = z.object({ currency: currencyCode, on: day })
export type RecordedRateAnswer = { recorded: number | null }
