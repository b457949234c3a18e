import { readFileSync } from 'node:fs'
import { EvalInputError } from '../evaluation.ts'
import type { ProfitSettings, Trip } from '../../../server/profit/trip.ts'
import type { ProfitLine } from '../../../contract/profit.ts'
import type { Expected } from './compare.ts'
import {
  CellError,
  readExpense,
  readLine,
  readNumber,
  readOffers,
  readOwnOn,
  readRates,
  readTerm,
} from './read-cell.ts'

/** One trip of the file, and what the file expects of it. */
export interface ProfitCase {
  name: string
  trip: Trip
  settings: ProfitSettings
  expected: Expected
  targetShare: number | null
  offers: { price: ProfitLine }[]
}

interface Column {
  about: string
  /** Compared with what was calculated. */
  expected?: true
  aliases?: string[]
}

export const CASE_COLUMNS = {
  case: { about: 'a name for the row', aliases: ['name', 'id'] },
  date: { about: 'day of the service (unloading), YYYY-MM-DD', aliases: ['service_on', 'service_date', 'on'] },
  own: {
    about:
      'regime of our own entity: general (ОСНО), usn_22 (with deductions), usn_7, usn_5, usn_none; one that changed: "usn_none; general since 2026-07-01"',
    aliases: ['own_regime', 'regime', 'entity'],
  },
  role: { about: 'principal (if empty) or agent', aliases: ['own_role'] },
  client: { about: "client's price as written, VAT inside", aliases: ['client_price', 'client_rate', 'revenue'] },
  client_vat: { about: '22 20 10 7 5 0 none cash; empty: not known' },
  client_currency: { about: 'RUB if empty', aliases: ['currency'] },
  carrier: { about: "carrier's price as written", aliases: ['carrier_price', 'carrier_rate', 'cost'] },
  carrier_vat: { about: 'as client_vat' },
  carrier_currency: { about: 'RUB if empty' },
  carriers: {
    about: 'further carriers or legs: "20000 none; 15000 22; 300 0 USD"',
    aliases: ['more_carriers', 'legs'],
  },
  expenses: {
    about:
      '"loading 5000 22; fine 3000 none actual in": kind, sum, VAT, then any of planned (if empty) or actual, in (we are paid), a currency',
    aliases: ['other', 'costs'],
  },
  loaded: { about: 'day of loading, YYYY-MM-DD; after the service it is a finding', aliases: ['loaded_on'] },
  awarded: { about: 'how many carriers are awarded by offers; more than one is a finding' },
  km: { about: 'length of the trip', aliases: ['distance', 'distance_km'] },
  client_term: {
    about: '"10", "10 bank", "10 calendar prepay 30": days until the client pays',
    aliases: ['client_days'],
  },
  carrier_term: { about: 'the same for the carriers', aliases: ['carrier_days'] },
  annual_pct: { about: 'price of money, per cent a year', aliases: ['annual_rate', 'annual_rate_pct'] },
  cash_pct: { about: 'what a rouble of cash costs besides, per cent; 0 if empty', aliases: ['cash_coefficient'] },
  min_margin_pct: { about: 'minimum margin, per cent of net revenue', aliases: ['minimum_pct'] },
  target_pct: { about: 'wanted margin, per cent of net revenue, for max_price', aliases: ['target_margin_pct'] },
  offers: { about: 'carriers\' offers to compare: "90000 none; 95000 5; 110000 22"' },
  rates: { about: 'recorded exchange rates of the day: "USD 81.25; EUR 94.1"', aliases: ['exchange'] },
  arithmetic: { about: 'how the expected figures were worked out; not read', aliases: ['note', 'comment'] },
  state: { about: 'expected: known or unknown', expected: true },
  missing: { about: 'expected: what is missing, if unknown', expected: true },
  net_revenue: { about: 'expected', expected: true },
  net_cost: { about: 'expected', expected: true },
  net_margin: { about: 'expected', expected: true, aliases: ['margin', 'net'] },
  margin_pct: { about: 'expected: of net revenue', expected: true },
  markup_pct: { about: 'expected: of net cost', expected: true },
  vat_out: { about: 'expected: VAT we owe', expected: true, aliases: ['vat_owed'] },
  vat_in: { about: 'expected: VAT we take back', expected: true, aliases: ['vat_deducted'] },
  vat_due: { about: 'expected: the difference', expected: true, aliases: ['vat_to_pay'] },
  plan_margin: { about: 'expected: margin with planned expenses alone', expected: true },
  adjusted_margin: { about: 'expected: margin after the coefficient on cash', expected: true },
  cost_of_money: { about: 'expected: of the difference between the terms', expected: true },
  margin_per_km: { about: 'expected: roubles a kilometre', expected: true },
  equal_prices: {
    about: 'expected: prices in other VAT forms as good as the first carrier\'s: "none 90000; 5 94500; 22 109800"',
    expected: true,
    aliases: ['equal_margin_prices'],
  },
  max_price: {
    about: 'expected: most a carrier may ask for target_pct, by VAT form: "none 90000; 22 109800"',
    expected: true,
    aliases: ['price_for_margin'],
  },
  best_offer: { about: 'expected: number of the offer that leaves most, from 1', expected: true },
  offer_margins: { about: 'expected: margins of the offers in their order: "10000; 9523.81; 9836.07"', expected: true },
  findings: { about: 'expected: what looks wrong', expected: true, aliases: ['warnings'] },
} satisfies Record<string, Column>

type ColumnName = keyof typeof CASE_COLUMNS
const COLUMNS = Object.entries(CASE_COLUMNS) as [ColumnName, Column][]

/** Reads a file of trips. A row that cannot be read is left out and told of. Throws EvalInputError for a wrong file. */
export function readCases(path: string): {
  cases: ProfitCase[]
  skipped: { line: number; why: string }[]
  /** Columns of the header that mean nothing here: a misspelt expectation would never be checked. */
  unread: string[]
} {
  const [first = '', ...lines] = readText(path)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
  const header = first.split('\t').map((cell) => cell.trim())
  const names = header.map(columnOf)
  const twice = names.find((name, index) => name !== null && names.indexOf(name) !== index)
  if (twice) throw new EvalInputError(`${path}: the header has "${twice}" twice, by its name or an alias`)
  if (!names.includes('client') || !names.some((name) => name === 'carrier' || name === 'carriers'))
    throw new EvalInputError(`${path}: the header needs at least "client" and "carrier" (tabs); see profit --help`)
  const cases: ProfitCase[] = []
  const skipped: { line: number; why: string }[] = []
  for (const [index, content] of lines.entries()) {
    if (content.trim() === '' || content.startsWith('#')) continue
    const cells = content.split('\t')
    const cell = (name: ColumnName) => cells[names.indexOf(name)]?.trim() ?? ''
    try {
      cases.push(readCase(cell, `line ${index + 2}`))
    } catch (error) {
      if (!(error instanceof CellError)) throw error
      skipped.push({ line: index + 2, why: error.message })
    }
  }
  return { cases, skipped, unread: header.filter((cell, index) => cell !== '' && names[index] === null) }
}

function readCase(cell: (name: ColumnName) => string, line: string): ProfitCase {
  const list = (name: ColumnName) =>
    cell(name)
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean)
  const carrier = cell('carrier')
  const serviceOn = readDay(cell('date'))
  const own = readOwnOn(list('own'), serviceOn)
  const carriers = [
    ...(carrier ? [readLine(`${carrier} ${cell('carrier_vat')} ${cell('carrier_currency')}`)] : []),
    ...list('carriers').map(readLine),
  ]
  const client = cell('client')
  const term = readTerm(cell('carrier_term'))
  const minimum = readNumber('min_margin_pct', cell('min_margin_pct'))
  const target = readNumber('target_pct', cell('target_pct'))
  const rates = readRates(list('rates'))
  const role = cell('role') || 'principal'
  if (role !== 'principal' && role !== 'agent') throw new CellError(`role "${role}"`)
  return {
    name: cell('case') || line,
    trip: {
      serviceOn,
      own: own && { regime: own, role },
      client: client ? readLine(`${client} ${cell('client_vat')} ${cell('client_currency')}`) : null,
      carriers,
      expenses: list('expenses').map(readExpense),
      km: readNumber('km', cell('km')),
      clientTerm: readTerm(cell('client_term')),
      carrierTerms: carriers.map(() => term),
      happened: [readDay(cell('loaded')), serviceOn],
      awarded: readNumber('awarded', cell('awarded')) ?? 0,
    },
    settings: {
      currency: 'RUB',
      annualPercent: readNumber('annual_pct', cell('annual_pct')),
      cashPercent: readNumber('cash_pct', cell('cash_pct')) ?? 0,
      minimumShare: minimum === null ? null : minimum / 100,
      exchange: (currency) => rates.get(currency) ?? null,
    },
    targetShare: target === null ? null : target / 100,
    offers: readOffers(list('offers')),
    expected: Object.fromEntries(
      COLUMNS.filter(([name, { expected }]) => expected && cell(name) !== '').map(([name]) => [name, cell(name)]),
    ),
  }
}

function readDay(text: string): string | null {
  if (text === '') return null
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  // The thirtieth of February is read as the second of March.
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(text)) throw new CellError(`date "${text}"`)
  return text
}

function columnOf(text: string): ColumnName | null {
  const wanted = text.toLowerCase()
  return COLUMNS.find(([name, { aliases }]) => name === wanted || aliases?.includes(wanted))?.[0] ?? null
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new EvalInputError(`Cannot read ${path}: ${(error as Error).message}`, { cause: error })
  }
}
