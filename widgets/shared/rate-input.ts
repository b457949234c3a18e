/**
 * Kopecks from what a logist types while talking: «85к», «85 000», «85т», «85.5k», «85000,50».
 * A number below 1000 without a suffix is taken as it stands: «85» is 85 roubles, nothing is guessed.
 * Null when it is not a positive amount.
 */
export function parseRate(text: string): number | null {
  const typed = text.toLowerCase().replace(/[\s\u00A0\u202F₽]|руб\.?|р\.?$/g, '')
  const match = /^(\d+)(?:[.,](\d{1,3}))?(к|k|т\.?|t|тыс\.?)?$/.exec(typed)
  if (!match) return null
  const [, whole, fraction = '', suffix] = match
  // «85.000» and «85,000» are thousands written with a separator, unless a suffix says otherwise.
  const grouped = fraction.length === 3 && !suffix
  if (fraction.length === 3 && suffix) return positive(Number(whole) * 100_000 + Number(fraction) * 100)
  if (grouped) return positive(Number(whole + fraction) * 100)
  const hundredths = Number(whole) * 100 + Number(fraction.padEnd(2, '0') || 0)
  return positive(suffix ? hundredths * 1000 : hundredths)
}

function positive(minor: number): number | null {
  return Number.isSafeInteger(minor) && minor > 0 ? minor : null
}
