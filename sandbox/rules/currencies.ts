import type { Currency } from '../state/currencies.ts'
import { RestError, withoutCode } from './errors.ts'
import type { Call } from './method.ts'
import { anyCase, isYes, toInteger, toMap, toText, type Params } from './params.ts'
import { tell } from './tell.ts'

export const currencyAdmin = (): RestError => withoutCode('Access denied.')

/** The currency a method names. Throws without a code for what is no currency of the portal's. */
export function currencyOf(call: Call): Currency {
  const code = toText(anyCase(call.params, 'id')).toUpperCase()
  if (!/^[A-Z]{3}$/.test(code)) throw withoutCode('')
  const known = call.portal.state.currencies.list().find((currency) => currency.code === code)
  if (!known) throw withoutCode('Not found')
  return known
}

export const fieldsOf = (call: Call): Params => toMap(anyCase(call.params, 'fields'))

/** The currency with what was given put over it: a rate is so many roubles for so many units. */
export function withRate(call: Call, currency: Currency, fields: Params): Currency {
  const number = (name: string, otherwise: number): number => {
    const raw = anyCase(fields, name)
    if (raw === undefined) return otherwise
    const value = Number(toText(raw))
    if (!Number.isFinite(value) || value <= 0) throw new RestError(400, 'ERROR_CORE', `Wrong value of ${name}`)
    return value
  }
  const units = number('AMOUNT_CNT', 1)
  return {
    ...currency,
    rate: anyCase(fields, 'AMOUNT') === undefined ? currency.rate : number('AMOUNT', 1) / units,
    sort: toInteger(anyCase(fields, 'SORT')) ?? currency.sort,
    isBase: currency.isBase || isYes(anyCase(fields, 'BASE')),
    updated: Math.floor(call.portal.now() / 1000),
  }
}

/** A portal has one base currency: the others give it up. */
export function saveCurrency(call: Call, currency: Currency, action: 'ADD' | 'UPDATE'): void {
  const { currencies, db } = call.portal.state
  db.transaction(() => {
    if (currency.isBase)
      for (const other of currencies.list())
        if (other.isBase && other.code !== currency.code) currencies.save({ ...other, isBase: false })
    currencies.save(currency)
  })()
  tell(call, `ONCRMCURRENCY${action}`, { FIELDS: { ID: currency.code } })
}
