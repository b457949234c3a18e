export interface Weighted {
  value: number
  weight: number
}

/**
 * The quantile of weighted values, which must be sorted by value and not empty. Each value stands in the middle of
 * its own weight and what lies between is interpolated: with equal weights the median is the usual one.
 */
export function weightedQuantile(sorted: readonly Weighted[], share: number): number {
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0)
  const target = total * share
  let passed = 0
  let previous: { value: number; at: number } | null = null
  for (const { value, weight } of sorted) {
    const at = passed + weight / 2
    if (at >= target) {
      if (previous === null || at === previous.at) return value
      return previous.value + ((value - previous.value) * (target - previous.at)) / (at - previous.at)
    }
    previous = { value, at }
    passed += weight
  }
  return previous!.value
}
