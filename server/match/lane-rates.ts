import type { LaneRates } from '../../contract/carriers.ts'
import type { BodyCode, VatCode } from '../../contract/codes.ts'
import { equalMarginMinor } from '../money/equal-margin.ts'
import { satisfyingBodies } from './compatibility.ts'
import { DAY_MS, momentMs } from './days.ts'
import type { SeenRate } from './facts.ts'
import { weightedQuantile } from './quantile.ts'
import { RATES } from './weights.ts'

export interface LaneRatesContext {
  /** UTC ISO. */
  now: string
  /** Length of the load's own lane, used for rates of that very lane that came without one. */
  distanceKm: number | null
  /** Bodies the load asks for; empty: any. A reefer's price says little of a tilt's. */
  bodies: readonly BodyCode[]
  /** The VAT treatment everything is brought to before it is compared. */
  treatment?: VatCode
}

/** "Without VAT": what an ОСНО principal really pays, and the number carriers of all regimes can be compared by. */
export const COMPARED_WITHOUT_VAT = 'none' satisfies VatCode

type Area = SeenRate['area']
const AREAS: readonly Area[] = ['exact', 'near', 'region']
/** Ten billion roubles is a typing mistake; far beyond it kopecks are no longer exact. */
const MAX_MINOR = 1_000_000_000_000

interface UsableRate {
  companyId: number
  currency: string
  minor: number
  minorPerKm: number | null
  atMs: number
  weight: number
  area: Area
}

/**
 * What this lane has cost in the last 12 months, fresher rates weighing more. All rates are brought to one VAT
 * treatment; those whose treatment is unknown, in another currency or for another body are left out. The area
 * widens, each step keeping the former, until enough carriers and rates are found; else they are said to be few.
 */
export function laneRates(seen: readonly SeenRate[], context: LaneRatesContext): LaneRates {
  const { rates, currency } = usableRates(seen, context)
  if (rates.length === 0) return { state: 'none' }
  for (const [step, area] of AREAS.entries()) {
    const within = rates.filter((rate) => AREAS.indexOf(rate.area) <= step)
    if (within.length >= RATES.minRates && carriersOf(within) >= RATES.minCarriers)
      return summary(within, area, currency, context.treatment ?? COMPARED_WITHOUT_VAT)
  }
  const area = AREAS.findLast((each) => rates.some((rate) => rate.area === each))!
  return { state: 'few', count: rates.length, carriers: carriersOf(rates), area }
}

function summary(rates: UsableRate[], area: Area, currency: string, treatment: VatCode): LaneRates {
  const quantile = quantilesOf(rates.map(({ minor, weight }) => ({ value: minor, weight })))
  const perKm = rates.flatMap(({ minorPerKm, weight }) => (minorPerKm === null ? [] : [{ value: minorPerKm, weight }]))
  return {
    state: 'enough',
    count: rates.length,
    carriers: carriersOf(rates),
    area,
    treatment,
    medianMinor: quantile(0.5),
    lowerQuartileMinor: quantile(0.25),
    upperQuartileMinor: quantile(0.75),
    currency,
    medianPerKmMinor: perKm.length === 0 ? null : quantilesOf(perKm)(0.5),
    sinceOn: isoDay(rates.reduce((oldest, { atMs }) => Math.min(oldest, atMs), Infinity)),
    history: monthsOf(rates),
  }
}

/** Plain medians: within a month age does not matter. */
function monthsOf(rates: UsableRate[]) {
  const months = new Map<string, UsableRate[]>()
  for (const rate of rates) {
    const month = isoDay(rate.atMs).slice(0, 7)
    const within = months.get(month)
    if (within) within.push(rate)
    else months.set(month, [rate])
  }
  return [...months]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, within]) => ({
      month,
      medianMinor: quantilesOf(within.map(({ minor }) => ({ value: minor, weight: 1 })))(0.5),
      count: within.length,
    }))
}

function quantilesOf(weighted: { value: number; weight: number }[]): (share: number) => number {
  const sorted = weighted.toSorted((a, b) => a.value - b.value)
  return (share) => Math.round(weightedQuantile(sorted, share))
}

function usableRates(seen: readonly SeenRate[], context: LaneRatesContext) {
  const nowMs = momentMs(context.now) ?? Number.NaN
  const bodies = satisfyingBodies({ bodies: [...context.bodies], heightM: null, loading: [] })
  const usable = seen.flatMap((rate) => {
    const ofOtherBody = bodies !== null && rate.body !== null && rate.body !== 'other' && !bodies.has(rate.body)
    return ofOtherBody ? [] : usableRate(rate, nowMs, context)
  })
  const currency = commonestCurrency(usable)
  return { rates: usable.filter((rate) => rate.currency === currency), currency }
}

function usableRate(rate: SeenRate, nowMs: number, context: LaneRatesContext): UsableRate[] {
  const atMs = momentMs(rate.at)
  const isAmount = Number.isSafeInteger(rate.minor) && rate.minor > 0 && rate.minor <= MAX_MINOR
  if (rate.vat === null || atMs === null || !isAmount) return []
  const ageDays = (nowMs - atMs) / DAY_MS
  // A day ahead is a clock that runs fast; further ahead is a mistake.
  if (!(ageDays >= -1 && ageDays <= RATES.windowDays)) return []
  const minor = equalMarginMinor(rate.minor, rate.vat, context.treatment ?? COMPARED_WITHOUT_VAT)
  const km = rate.distanceKm ?? (rate.area === 'exact' ? context.distanceKm : null)
  return [
    {
      companyId: rate.companyId,
      currency: rate.currency,
      minor,
      minorPerKm: km !== null && km > 0 && Number.isFinite(km) ? minor / km : null,
      atMs,
      weight: Math.exp(-ageDays / RATES.decayDays),
      area: rate.area,
    },
  ]
}

function commonestCurrency(rates: readonly UsableRate[]): string {
  const counts = new Map<string, number>()
  for (const { currency } of rates) counts.set(currency, (counts.get(currency) ?? 0) + 1)
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? ''
}

function carriersOf(rates: UsableRate[]): number {
  return new Set(rates.map(({ companyId }) => companyId)).size
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
