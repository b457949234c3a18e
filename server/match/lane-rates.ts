import type { LaneRates, SuggestedRate } from '../../contract/carriers.ts'
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
  /** Length of the lane it is of, where it is known. */
  km: number | null
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
      return summary(within, area, currency, context)
  }
  const area = AREAS.findLast((each) => rates.some((rate) => rate.area === each))!
  return { state: 'few', count: rates.length, carriers: carriersOf(rates), area }
}

function summary(rates: UsableRate[], area: Area, currency: string, context: LaneRatesContext): LaneRates {
  const quantile = quantilesOf(rates.map(({ minor, weight }) => ({ value: minor, weight })))
  const perKm = rates.flatMap(({ minorPerKm, weight }) => (minorPerKm === null ? [] : [{ value: minorPerKm, weight }]))
  return {
    state: 'enough',
    count: rates.length,
    carriers: carriersOf(rates),
    area,
    treatment: context.treatment ?? COMPARED_WITHOUT_VAT,
    medianMinor: Math.round(quantile(0.5)),
    lowerQuartileMinor: Math.round(quantile(0.25)),
    upperQuartileMinor: Math.round(quantile(0.75)),
    currency,
    medianPerKmMinor: perKm.length === 0 ? null : Math.round(quantilesOf(perKm)(0.5)),
    sinceOn: isoDay(rates.reduce((oldest, { atMs }) => Math.min(oldest, atMs), Infinity)),
    suggested: suggestedRate(rates, area, context.distanceKm),
    history: monthsOf(rates),
  }
}

/**
 * What to name to the next carrier. A lane's own rates say it themselves; those of other lanes are brought to its
 * length first, a kilometre more costing a little less than the last. The range is where seven of ten rates lie.
 */
function suggestedRate(rates: UsableRate[], area: Area, distanceKm: number | null): SuggestedRate {
  const byLength = area !== 'exact' && distanceKm !== null && distanceKm > 0
  const brought = rates.map(({ minor, km, weight }) => ({
    value: byLength && km !== null ? minor * (distanceKm / km) ** RATES.lengthPower : minor,
    weight,
  }))
  const quantile = quantilesOf(brought)
  const [lowMinor, minor, highMinor] = RATES.suggestedRange.map((share) => Math.round(quantile(share)))
  return {
    minor: minor!,
    lowMinor: lowMinor!,
    highMinor: highMinor!,
    by: byLength ? 'length' : 'lane',
    confidence: confidenceOf(rates, area, highMinor! / Math.max(1, lowMinor!)),
  }
}

/** How much a suggestion is worth: many fresh rates of the very lane that agree with each other, or less than that. */
function confidenceOf(rates: readonly UsableRate[], area: Area, spread: number): SuggestedRate['confidence'] {
  // Weights are decayed counts: fifty rates of last winter are few today.
  const fresh = rates.reduce((sum, { weight }) => sum + weight, 0)
  const agree = spread <= RATES.narrowSpread
  if (area === 'exact' && fresh >= RATES.surelyEnough && agree) return 'high'
  return area === 'region' || (!agree && fresh < RATES.surelyEnough) ? 'low' : 'medium'
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
      medianMinor: Math.round(quantilesOf(within.map(({ minor }) => ({ value: minor, weight: 1 })))(0.5)),
      count: within.length,
    }))
}

function quantilesOf(weighted: { value: number; weight: number }[]): (share: number) => number {
  const sorted = weighted.toSorted((a, b) => a.value - b.value)
  return (share) => weightedQuantile(sorted, share)
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
  const told = rate.distanceKm ?? (rate.area === 'exact' ? context.distanceKm : null)
  const km = told !== null && told > 0 && Number.isFinite(told) ? told : null
  return [
    {
      companyId: rate.companyId,
      currency: rate.currency,
      minor,
      minorPerKm: km === null ? null : minor / km,
      km,
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
