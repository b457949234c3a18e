/** A rate of exchange as it is typed. */
export interface RateDraft {
  currency: string
  on: string
  rate: string
}

export type RateFault = 'day' | 'rate'

const TEN_THOUSAND = 10_000
const MOST = 100_000_000

/**
 * «92,4512» → 924512: roubles for one unit in ten-thousandths; `wrong` names what cannot be read. `today` YYYY-MM-DD: a
 * day to come has no rate.
 */
export function readRateDraft(
  { on, rate }: Pick<RateDraft, 'on' | 'rate'>,
  today: string,
): { rate: number; wrong: null } | { rate: null; wrong: RateFault } {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || on > today) return { rate: null, wrong: 'day' }
  const match = /^(\d{1,8})(?:[.,](\d{1,4}))?$/.exec(rate.replaceAll(/[\s\u00a0₽]/g, ''))
  const value = match ? Number(match[1]) * TEN_THOUSAND + Number((match[2] ?? '').padEnd(4, '0')) : 0
  return value > 0 && value <= MOST * TEN_THOUSAND ? { rate: value, wrong: null } : { rate: null, wrong: 'rate' }
}
