import type { Language } from '../../../contract/codes.ts'
import type { Money } from '../../../contract/money.ts'

const LOCALES: Record<Language, string> = { ru: 'ru-RU', en: 'en-GB' }
const formatters = new Map<string, Intl.NumberFormat>()

/** Formatters are slow to make and a list asks for hundreds, so each kind is made once. */
function formatter(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options)
  let found = formatters.get(key)
  if (!found) {
    found = new Intl.NumberFormat(LOCALES[language], options)
    formatters.set(key, found)
  }
  return found
}

/** Up to `digits` decimals, none when whole: «1 215», «2,5». */
export function number(language: Language, value: number, digits = 1): string {
  return formatter(language, { maximumFractionDigits: digits }).format(value)
}

/** «85 000 ₽»; kopecks only where there are some. */
export function money(language: Language, amount: Money): string {
  const digits = amount.minor % 100 === 0 ? 0 : 2
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  // English would write «₽85,000», which nobody in the trade does.
  if (amount.currency === 'RUB') return `${withMinus(formatter(language, decimals).format(amount.minor / 100))}\u00A0₽`
  const style = { style: 'currency', currency: amount.currency, currencyDisplay: 'narrowSymbol' } as const
  return withMinus(formatter(language, { ...style, ...decimals }).format(amount.minor / 100))
}

/** A hyphen before a number reads as a dash. */
function withMinus(text: string): string {
  return text.replace('-', '−')
}

/** From here on a rate is spoken of in hundreds: nobody asks for 76 636. */
const IN_HUNDREDS_FROM_MINOR = 1_000_000

/** A median or a quartile: to whole units of the currency, a whole trip's rate to hundreds of them. */
export function roundMoney(language: Language, minor: number, currency: string): string {
  const unit = minor >= IN_HUNDREDS_FROM_MINOR ? 10_000 : 100
  return money(language, { minor: Math.round(minor / unit) * unit, currency })
}

/** «20 т», «1,5 т», «800 кг» from kilograms. */
export function weight(language: Language, kg: number): string {
  if (kg < 1000) return `${number(language, kg, 0)}\u00A0${language === 'ru' ? 'кг' : 'kg'}`
  return `${number(language, kg / 1000, 2)}\u00A0${language === 'ru' ? 'т' : 't'}`
}

/** «82 м³». */
export function volume(language: Language, m3: number): string {
  return `${number(language, m3)}\u00A0${language === 'ru' ? 'м³' : 'm³'}`
}

/** «13,6 м». */
export function metres(language: Language, m: number): string {
  return `${number(language, m, 2)}\u00A0${language === 'ru' ? 'м' : 'm'}`
}

/** «815 км», without decimals. */
export function kilometres(language: Language, km: number): string {
  return `${number(language, km, 0)}\u00A0${language === 'ru' ? 'км' : 'km'}`
}

/** «+2», «−18», «0»: a temperature without its unit. */
export function degrees(value: number): string {
  if (value === 0) return '0'
  return value > 0 ? `+${value}` : `−${Math.abs(value)}`
}
