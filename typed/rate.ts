/** A price as typed; a price per kilometre stays one until somebody knows the kilometres. Integer minor units. */
export interface TypedRate {
  per: 'trip' | 'km'
  minor: number
}

const PER_KM = /^(.*?)(?:р(?:уб)?\.?|₽|rub)?(?:\/|за|на|per)(?:км|km)\.?$/
/** Nobody drives a kilometre for more; a larger figure is a price for the trip with a slip in it. */
const MOST_PER_KM_MINOR = 1_000_000

/** «85к», «85 000», and «45 р/км», «45,5 за км». Null when it is no price. */
export function readRate(text: string): TypedRate | null {
  const perKm = PER_KM.exec(text.toLowerCase().replaceAll(/[\s\u00A0\u202F]/g, ''))
  if (!perKm) {
    const minor = readAmount(text)
    return minor === null ? null : { per: 'trip', minor }
  }
  const minor = readAmount(perKm[1]!)
  return minor === null || minor > MOST_PER_KM_MINOR ? null : { per: 'km', minor }
}

/**
 * Kopecks from what a logist types while talking: «85к», «85 000», «85т», «85.5k», «85000,50».
 * A number below 1000 without a suffix is taken as it stands: «85» is 85 roubles, nothing is guessed.
 * Null when it is not a positive amount.
 */
export function readAmount(text: string): number | null {
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
