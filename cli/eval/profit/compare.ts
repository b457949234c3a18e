import type { TripProfit } from '../../../contract/profit.ts'

/** What a case expects, by column. */
export type Expected = Record<string, string>

const SHARES = ['margin_pct', 'markup_pct']

/** The figures of a profit under the names of the columns, and which of those expected are others. */
export function compare(profit: TripProfit, expected: Expected): { figures: Record<string, string>; misses: string[] } {
  const figures = figuresOf(profit)
  const misses = Object.entries(expected).flatMap(([column, wanted]) => {
    const got = figures[column] ?? ''
    return isSame(column, got, wanted) ? [] : [`${column}: ${got || 'nothing'} instead of ${wanted}`]
  })
  return { figures, misses }
}

function figuresOf(profit: TripProfit): Record<string, string> {
  const findings = profit.findings.join('; ')
  if (profit.state === 'unknown') return { state: 'unknown', missing: profit.missing.join('; '), findings }
  const { plan, fact, costOfMoneyMinor, perKm } = profit
  return {
    state: 'known',
    net_revenue: roubles(fact.netRevenueMinor),
    net_cost: roubles(fact.netCostMinor),
    net_margin: roubles(fact.netMarginMinor),
    margin_pct: percent(fact.marginShare),
    markup_pct: percent(fact.markupShare),
    vat_out: roubles(fact.vatOwedMinor),
    vat_in: roubles(fact.vatDeductedMinor),
    vat_due: roubles(fact.vatOwedMinor - fact.vatDeductedMinor),
    plan_margin: roubles(plan.netMarginMinor),
    adjusted_margin: roubles(fact.adjustedMarginMinor),
    cost_of_money: costOfMoneyMinor === null ? '' : roubles(costOfMoneyMinor),
    margin_per_km: perKm ? roubles(perKm.marginMinor) : '',
    findings,
  }
}

const roubles = (minor: number) => (minor / 100).toFixed(2)
const percent = (share: number | null) => (share === null ? '' : (share * 100).toFixed(2))

function isSame(column: string, got: string, wanted: string): boolean {
  if (got === wanted) return true
  const [a, b] = [Number(got), Number(wanted)]
  if (got === '' || wanted === '' || Number.isNaN(a) || Number.isNaN(b)) {
    const words = (text: string) =>
      text
        .split(/[;,]/)
        .map((word) => word.trim())
        .filter(Boolean)
        .sort()
        .join(';')
    return words(got) === words(wanted)
  }
  // Half a kopeck is a rounding of the one who wrote the file; a share has two places.
  return Math.abs(a - b) < (SHARES.includes(column) ? 0.0101 : 0.005)
}
