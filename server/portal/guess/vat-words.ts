import { VAT_CODES, type VatCode } from '../../../contract/codes.ts'

/** The general rate was raised from 20 to 22 per cent on this day. */
const RAISED_ON = '2026-01-01'

/**
 * VAT treatment out of words: «85 000 руб. с НДС», «УСН, НДС 5%», «безнал без НДС», «нал». «С НДС» alone means the
 * general rate of the day (`on`, UTC ISO or day; the present one where it is not known). Null where nothing is said.
 */
export function vatOfWords(text: string, on: string | null = null): VatCode | null {
  const words = text.toLocaleLowerCase('ru').replaceAll('ё', 'е')
  // Where a rate is named it counts, whatever else the line says of the regime.
  const named = /(?:ндс|vat|ставка)\D{0,4}(\d{1,2})\s?%|(\d{1,2})\s?%\s?(?:ндс|vat)/u.exec(words)
  const rate = named?.[1] ?? named?.[2]
  if (rate !== undefined) return VAT_CODES.find((code) => code === String(Number(rate))) ?? null
  if (/без\s?ндс|не обл|(?:^|[^а-я])б\/?ндс|no vat|without vat|усн|патент|нпд|самозан/u.test(words)) return 'none'
  if (/(?:^|[^а-я])нал(?:[^а-я]|$)|наличн|на карту|cash/u.test(words)) return 'cash'
  if (/(?:с|вкл\.?|в т\.?\s?ч\.?|incl\.?)\s?ндс|(?:^|[^а-я])ндс|осно|incl.*vat|with vat/u.test(words))
    return on !== null && on < RAISED_ON ? '20' : '22'
  return null
}
