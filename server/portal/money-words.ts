import type { VatCode } from '../../contract/codes.ts'
import type { Money } from '../../contract/money.ts'

const CURRENCIES: [RegExp, string][] = [
  [/\$|usd|долл/u, 'USD'],
  [/€|eur|евро/u, 'EUR'],
  [/тенге|₸|kzt/u, 'KZT'],
  [/бел\.?\s?руб|byn/u, 'BYN'],
]
const NUMBER = String.raw`(\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d+)(?:[.,](\d{1,2}))?(?!\d)`
const SUM = new RegExp(`${NUMBER}\\s*(тыс|т\\.?\\s?р|тр(?![а-я])|к(?![а-яa-z])|k(?![a-z])|млн)?`, 'u')

/**
 * Money as people type it: «85 000 руб. с НДС», «85,5 т.р.», «85000-», «1 200,50». Roubles unless another currency is
 * named. Null for a text without a sum, with a sum per kilometre, or with several: nothing is guessed.
 */
export function moneyOfWords(text: string): Money | null {
  const words = text
    .toLocaleLowerCase('ru')
    .replaceAll(/(?:ндс|vat|ставка)\D{0,4}\d{1,2}\s?%|\d{1,3}(?:[.,]\d+)?\s?%/gu, ' ')
  if (/\/\s?км|за км|per km/u.test(words)) return null
  const match = SUM.exec(words)
  if (!match || words[match.index - 1] === '-') return null
  const rest = words.slice(match.index + match[0].length)
  if (/\d{3}/u.test(rest)) return null
  const whole = Number(match[1]!.replaceAll(/\D/gu, ''))
  const cents = Number((match[2] ?? '').padEnd(2, '0'))
  const unit = match[3] ?? ''
  const times = unit === '' ? 1 : unit.startsWith('млн') ? 1_000_000 : 1000
  const minor = (whole * 100 + cents) * times
  if (minor <= 0 || minor > 1e14) return null
  return { minor, currency: CURRENCIES.find(([pattern]) => pattern.test(words))?.[1] ?? 'RUB' }
}

const SIGNS: Record<string, string> = { RUB: 'руб.', USD: 'USD', EUR: 'EUR', KZT: 'KZT', BYN: 'BYN' }
const TREATMENTS: Record<VatCode, string> = {
  '22': 'с НДС 22%',
  '20': 'с НДС 20%',
  '10': 'с НДС 10%',
  '7': 'с НДС 7%',
  '5': 'с НДС 5%',
  '0': 'НДС 0%',
  none: 'без НДС',
  cash: 'нал',
}

/** The same the other way: «85 000 руб. с НДС 22%»; what `moneyOfWords` reads back to the kopeck. */
export function wordsOfMoney({ minor, currency }: Money, vat: VatCode | null): string {
  const whole = String(Math.floor(minor / 100)).replaceAll(/\B(?=(\d{3})+$)/gu, ' ')
  const cents = minor % 100 === 0 ? '' : `,${String(minor % 100).padStart(2, '0')}`
  return [`${whole}${cents}`, SIGNS[currency] ?? currency, vat && TREATMENTS[vat]].filter(Boolean).join(' ')
}
