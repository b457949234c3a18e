import { Hono } from 'hono'
import {
  recordedRateQuery,
  statedRateInput,
  type ExchangeRatesAnswer,
  type RecordedRateAnswer,
} from '../../contract/exchange-rates.ts'
import { ChangedMeanwhileError, InvalidInputError } from '../errors.ts'
import { addDays } from '../profit/work-calendar.ts'
import { readNewestRates, readRecordedRate } from '../store/exchange-rates.ts'
import { readPeople } from '../store/people.ts'
import { addStatedRate, readStatedRates } from '../store/stated-rates.ts'
import type { ApiContext } from './api-context.ts'
import { missingRates } from './profit/missing-rates.ts'
import { moscowDay } from './profit/order-days.ts'
import { requireSetter } from './profit/profit-for.ts'
import type { PortalRoom } from './session/portal-room.ts'
import { signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/** Money that trips are often paid in; others come with what the portal records. */
const USUAL = ['USD', 'EUR', 'CNY', 'KZT', 'BYN']
const SHOWN_SAYINGS = 30

/**
 * `GET` and `PUT /api/exchange-rates`: rates that directors state for days on which the portal's was not recorded, and
 * what waits for them. A rate of the portal is put aside only by whoever names it. `GET …/recorded`: the portal's rate
 * of one day.
 */
export function exchangeRatesPut(context: ApiContext) {
  return new Hono()
    .get('/api/exchange-rates', signedIn(context), async (call) => {
      requireSetter(call.var.viewer)
      return call.json(await answer(context, call.var.room))
    })
    .get('/api/exchange-rates/recorded', signedIn(context), validated('query', recordedRateQuery), async (call) => {
      requireSetter(call.var.viewer)
      const { currency, on } = call.req.valid('query')
      const recorded = await readRecordedRate(call.var.room.store, currency, on)
      return call.json({ recorded } satisfies RecordedRateAnswer)
    })
    .put('/api/exchange-rates', signedIn(context), validated('json', statedRateInput), async (call) => {
      const { key, currency, on, rate, insteadOf } = call.req.valid('json')
      const { viewer, room } = call.var
      requireSetter(viewer)
      if (on > latestOf(context))
        throw new InvalidInputError('This day is too far away', [{ path: 'on', message: 'more than a year ahead' }])
      const recorded = await readRecordedRate(room.store, currency, on)
      if (rate !== null && recorded !== insteadOf)
        throw new ChangedMeanwhileError('The portal has another rate for this day than was shown')
      const at = new Date(context.now()).toISOString()
      await addStatedRate(room.store, {
        key,
        currency,
        onDay: on,
        rate,
        insteadOf: rate === null ? null : insteadOf,
        byUserId: viewer.userId,
        at,
      })
      return call.json(await answer(context, room))
    })
}

/** A trip under way is reckoned by an expected rate until its day comes and the portal's own is there. */
const latestOf = (context: ApiContext) => addDays(moscowDay(new Date(context.now()).toISOString()), 366)

async function answer(context: ApiContext, { store }: PortalRoom): Promise<ExchangeRatesAnswer> {
  const newest = await readNewestRates(store)
  const stated = await readStatedRates(store, SHOWN_SAYINGS)
  const people = await readPeople(
    store,
    stated.map(({ byUserId }) => byUserId),
  )
  const missing = await missingRates(store, context)
  const currencies = [newest, missing].flatMap((list) => list.map(({ currency }) => currency))
  return {
    newest: newest.map(({ currency, onDay, rate }) => ({ currency, on: onDay, rate })),
    currencies: [...new Set([...USUAL, ...currencies])].filter((currency) => currency !== 'RUB'),
    latestOn: latestOf(context),
    missing,
    stated: stated.map(({ currency, onDay, rate, recorded, byUserId, at, inForce }) => ({
      currency,
      on: onDay,
      rate,
      recorded,
      by: people.get(byUserId)?.name ?? null,
      at,
      inForce,
    })),
  }
}
