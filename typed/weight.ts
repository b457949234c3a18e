/** Heavier than any road train with a permit. */
const MOST_KG = 200_000
/** «20», «1,5»: tonnes; above this a bare figure can only be kilograms. */
const MOST_BARE_TONNES = 200

/** Kilograms of what a truck carries: «20», «20т», «1,5 т», «20000 кг». Null when it is no weight. */
export function readWeightKg(text: string): number | null {
  const typed = text.toLowerCase().replaceAll(/[\s\u00A0]/g, '')
  const match = /^(\d+(?:[.,]\d{1,3})?)(т|тн|тонн[а-я]*|t|кг|kg)?\.?$/.exec(typed)
  if (!match) return null
  const figure = Number(match[1]!.replace(',', '.'))
  const isKilograms = /^(кг|kg)$/.test(match[2] ?? '') || (!match[2] && figure > MOST_BARE_TONNES)
  const kilograms = Math.round(isKilograms ? figure : figure * 1000)
  return kilograms > 0 && kilograms <= MOST_KG ? kilograms : null
}
