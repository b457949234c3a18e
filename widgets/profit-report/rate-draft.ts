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
 * «92,4512» → 924512: roubles for one unit in ten-thousandths; `wrong` names what cannot be read. `latestOn` YYYY-MM-DD:
 * nobody knows a rate of a later day.
 */
export function readRateDraft(
  { on, rate }: Pick<RateDraft, 'on' | 'rate'>,
  latestOn: string,
): { rate: number; wrong: null } | { rate: null; wrong: RateFault } {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || on > latestOn) return { rate: null, wrong: 'day' }
  const match = /^(\d{1,8})(?:[.,](\d{1,4}))?$/.exec(rate.replaceAll(/[\s\u00a0₽]/g, ''))
  const value = match ? Number(match[1]) * TEN_THOUSAND + Number((match[2] ?? '').padEnd(4, '0')) : 0
  return value > 0 && value <= MOST * TEN_THOUSAND ? { rate: value, wrong: null } : { rate: null, wrong: 'rate' }
}
