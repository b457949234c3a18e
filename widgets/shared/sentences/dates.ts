import type { Language } from '../../../contract/codes.ts'
import { counted, DAYS, MONTHS, YEARS } from './plural.ts'

const LOCALES: Record<Language, string> = { ru: 'ru-RU', en: 'en-GB' }
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  let found = formatters.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(LOCALES[language], options)
    formatters.set(key, found)
  }
  return found
}

/** What the reader's clock says: the moment now, and the IANA zone (undefined: the browser's own). */
export interface Clock {
  readonly now: Date
  readonly zone?: string | undefined
}

/** The calendar day of a moment in a zone, YYYY-MM-DD. */
export function dayOf(moment: Date, zone?: string): string {
  const parts = formatter('en', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).formatToParts(
    moment,
  )
  const part = (type: string) => parts.find((item) => item.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** «27.11», and the year where it is not the current one: «27.11.2024». `on` is YYYY-MM-DD. */
export function shortDay(language: Language, on: string, clock: Clock): string {
  const [year, month, day] = on.split('-')
  const sameYear = year === dayOf(clock.now, clock.zone).slice(0, 4)
  if (language === 'en') {
    const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone: 'UTC' }
    return formatter('en', sameYear ? options : { ...options, year: 'numeric' }).format(new Date(`${on}T00:00:00Z`))
  }
  return sameYear ? `${day}.${month}` : `${day}.${month}.${year}`
}

/** «26 ноября», “26 November”; `on` is YYYY-MM-DD. */
export function longDay(language: Language, on: string): string {
  return formatter(language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${on}T00:00:00Z`))
}

/** «27 ноября 2026», “November 27, 2026”: a day on paper, which is read in any year; `on` is YYYY-MM-DD. */
export function dayAndYear(language: Language, on: string): string {
  const text = formatter(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${on}T00:00:00Z`),
  )
  return text.replace(/\s?г\.$/, '')
}

/** «ноябрь 2025»: a calendar month, YYYY-MM. */
export function monthName(language: Language, month: string): string {
  const text = formatter(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month.slice(0, 7)}-01T00:00:00Z`),
  )
  return text.replace(/\s?г\.$/, '')
}

/** «12:04». */
export function clockTime(language: Language, moment: string, zone?: string): string {
  return formatter(language, { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(moment))
}

/** «12:04» today, else «25.11»: when something short happened. */
export function momentShort(language: Language, moment: string, clock: Clock): string {
  const on = dayOf(new Date(moment), clock.zone)
  if (on === dayOf(clock.now, clock.zone)) return clockTime(language, moment, clock.zone)
  return shortDay(language, on, clock)
}

/** «12:04» today, «25.11 12:04» otherwise: a moment somebody has to keep. */
export function momentFull(language: Language, moment: string, clock: Clock): string {
  const on = dayOf(new Date(moment), clock.zone)
  const time = clockTime(language, moment, clock.zone)
  return on === dayOf(clock.now, clock.zone) ? time : `${shortDay(language, on, clock)} ${time}`
}

/** «сегодня», «вчера», «12 дней назад», «3 месяца назад», «2 года назад». */
export function ago(language: Language, days: number): string {
  if (days <= 0) return language === 'ru' ? 'сегодня' : 'today'
  if (days === 1) return language === 'ru' ? 'вчера' : 'yesterday'
  const amount =
    days < 60
      ? counted(language, days, DAYS)
      : days < 730
        ? counted(language, Math.round(days / 30.44), MONTHS)
        : counted(language, Math.round(days / 365.25), YEARS)
  return language === 'ru' ? `${amount}\u00A0назад` : `${amount} ago`
}

/** The same for a narrow cell: «сегодня», «вчера», «12 дн. назад», «7 мес. назад», «2 г. назад». */
export function agoShort(language: Language, days: number): string {
  if (days < 2) return ago(language, days)
  if (days < 60) return language === 'ru' ? `${days}\u00A0дн. назад` : `${days}\u00A0d ago`
  if (days < 730) {
    const months = Math.round(days / 30.44)
    return language === 'ru' ? `${months}\u00A0мес. назад` : `${months}\u00A0mo ago`
  }
  const years = Math.round(days / 365.25)
  return language === 'ru' ? `${years}\u00A0${years < 5 ? 'г.' : 'л.'} назад` : `${years}\u00A0y ago`
}

/** Whole calendar days between a moment and now in the reader's zone; 0 for today and for the future. */
export function daysSince(moment: string, clock: Clock): number {
  const then = Date.parse(`${dayOf(new Date(moment), clock.zone)}T00:00:00Z`)
  const today = Date.parse(`${dayOf(clock.now, clock.zone)}T00:00:00Z`)
  return Math.max(0, Math.round((today - then) / 86_400_000))
}
