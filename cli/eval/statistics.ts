/** The value below which a share of the values lies (nearest rank); 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Rounds a figure for print and JSON. */
export function rounded(value: number, digits = 4): number {
  return Number(value.toFixed(digits))
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
