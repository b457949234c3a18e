/** «7,5» as a kept number; null for an empty box; undefined for what is no number or out of bounds. */
export function typedNumber(
  text: string,
  { least, most, decimals, shownTimes = 1 }: { least: number; most: number; decimals: number; shownTimes?: number },
): number | null | undefined {
  const plain = text.replaceAll(/[\s\u00a0%]/g, '').replace(',', '.')
  if (plain === '') return null
  if (!/^-?\d+(\.\d+)?$/.test(plain) || (plain.split('.')[1] ?? '').length > decimals) return undefined
  // Through an integer of the smallest step: 0.1 + 0.2 has no place in a setting.
  const steps = Math.round(Number(plain) * 10 ** decimals)
  const value = steps / 10 ** decimals / shownTimes
  return value >= least && value <= most ? value : undefined
}

/** A kept number as it is typed; empty for null. */
export function shownNumber(value: number | null, decimals: number, shownTimes = 1, comma = ','): string {
  if (value === null) return ''
  const rounded = Math.round(value * shownTimes * 10 ** decimals) / 10 ** decimals
  return String(rounded).replace('.', comma)
}
