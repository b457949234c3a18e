import type { ProfitSums } from '../../contract/profit.ts'

export type MarginLevel = 'bad' | 'warn' | 'good'

/**
 * Red for a loss and below the minimum, amber below what the portal calls good, green from there on.
 * Without thresholds there is nothing to be below.
 */
export function marginLevel(
  { netMarginMinor, marginShare }: Pick<ProfitSums, 'netMarginMinor' | 'marginShare'>,
  { minimumShare, goodShare }: { minimumShare: number | null; goodShare: number | null },
): MarginLevel {
  if (netMarginMinor < 0) return 'bad'
  if (marginShare === null) return 'good'
  if (minimumShare !== null && marginShare < minimumShare) return 'bad'
  return goodShare !== null && marginShare < goodShare ? 'warn' : 'good'
}
