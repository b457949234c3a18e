import type { Language, Words } from './words.ts'

/** The portal's own zone: every page shows server time. */
const ZONE = 'Europe/Moscow'
const LOCALE = { ru: 'ru-RU', en: 'en-GB' } as const

/** `95 000 ₽`; kopecks are shown only where there are some. An unknown currency code is written as it is. */
export function money(amount: number, currency: string, language: Language): string {
  const fraction = Number.isInteger(amount) ? 0 : 2
  const digits = { minimumFractionDigits: fraction, maximumFractionDigits: fraction }
  if (!/^[A-Z]{3}$/.test(currency)) return `${number(amount, language)} ${currency}`.trim()
  return new Intl.NumberFormat(LOCALE[language], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...digits,
  }).format(amount)
}

export function number(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 4 }).format(value)
}

/** A calendar day of an ISO text, as written, whatever its zone: `23.11.2026`. */
export function day(iso: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? []
  return year ? `${date}.${month}.${year}` : iso
}

/** `23.11.2026 14:05` in the portal's zone; a text that is no date stays as it is. */
export function moment(iso: string): string {
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? iso : NUMERIC.format(at).replace(',', '')
}

const NUMERIC = new Intl.DateTimeFormat('ru-RU', {
  timeZone: ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** `14:05`. */
export function time(iso: string): string {
  return moment(iso).split(' ')[1] ?? ''
}

/** The heading of a timeline's day: today, yesterday, `21 ноября`, with the year where it is another one. */
export function dayHeading(iso: string, nowMs: number, language: Language, words: Words): string {
  const key = dayKey(new Date(iso))
  if (key === dayKey(new Date(nowMs))) return words.today
  if (key === dayKey(new Date(nowMs - 24 * 60 * 60 * 1000))) return words.yesterday
  const sameYear = key.slice(0, 4) === dayKey(new Date(nowMs)).slice(0, 4)
  const options: Intl.DateTimeFormatOptions = { timeZone: ZONE, day: 'numeric', month: 'long' }
  if (!sameYear) options.year = 'numeric'
  return new Intl.DateTimeFormat(LOCALE[language], options).format(new Date(iso))
}

/** YYYY-MM-DD in the portal's zone. */
function dayKey(at: Date): string {
  return DAY_KEY.format(at)
}

const DAY_KEY = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })
