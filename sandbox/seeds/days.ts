/**
 * The portal's clock is Moscow time: a moment is a whole number of minutes since 1970-01-01 00:00 there, a
 * day a whole number of days. Seeds never read the real clock.
 */
export const PORTAL_UTC_HOURS = 3
const MINUTES_A_DAY = 1440
const texts = new Map<number, string>()

/** Throws where the text is not a real calendar day YYYY-MM-DD. */
export function dayOf(text: string): number {
  const day = Date.parse(`${text}T00:00:00Z`) / 86_400_000
  // The engine quietly reads 31 November as 1 December.
  if (Number.isNaN(day) || dayText(day) !== text) {
    throw new Error(`A seed's day must be a calendar day written YYYY-MM-DD, got "${text}"`)
  }
  return day
}

/** YYYY-MM-DD */
export function dayText(day: number): string {
  let text = texts.get(day)
  if (text === undefined) {
    text = new Date(day * 86_400_000).toISOString().slice(0, 10)
    texts.set(day, text)
  }
  return text
}

/** 1…12 */
export function monthOf(day: number): number {
  return Number(dayText(day).slice(5, 7))
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

export function isWeekend(day: number): boolean {
  return weekdayOf(day) > 4
}

export function minuteAt(day: number, minuteOfDay: number): number {
  return day * MINUTES_A_DAY + minuteOfDay
}

/** The moment when clocks in a zone show `hour` o'clock on `day`. */
export function localHour(day: number, hour: number, utcHours: number): number {
  return minuteAt(day, Math.round((hour - (utcHours - PORTAL_UTC_HOURS)) * 60))
}

export function dayAt(minute: number): number {
  return Math.floor(minute / MINUTES_A_DAY)
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

function clockText(minute: number): string {
  const within = minute - dayAt(minute) * MINUTES_A_DAY
  return `${pad(Math.floor(within / 60))}:${pad(within % 60)}`
}

/** ISO with the portal's offset, as its REST answers: 2026-11-24T09:30:00+03:00. */
export function momentText(minute: number): string {
  return `${dayText(dayAt(minute))}T${clockText(minute)}:00+03:00`
}

/** The same moment as a dispatcher writes it, by the clocks of the place: 2026-11-24T11:30+05:00. */
export function localText(minute: number, utcHours: number): string {
  const local = minute + (utcHours - PORTAL_UTC_HOURS) * 60
  return `${dayText(dayAt(local))}T${clockText(local)}+${pad(utcHours)}:00`
}
