const DAY_MS = 86_400_000
/** A day as long ago as this is a slip of this year, not a plan for the next one. */
const SLIP_DAYS = 60

const NEAR: Record<string, number> = {
  сегодня: 0,
  сег: 0,
  today: 0,
  завтра: 1,
  зав: 1,
  tomorrow: 1,
  tmr: 1,
  послезавтра: 2,
  вчера: -1,
}
/** Beginnings of the names of days, Monday first; Russian ones in every case («в среду»). */
const WEEKDAYS = [
  /^(пн|пон|понед[а-я]*|mon|monday)$/,
  /^(вт|вто?р[а-я]*|tue|tuesday)$/,
  /^(ср|сред[а-я]*|wed|wednesday)$/,
  /^(чт|четв?[а-я]*|thu|thursday)$/,
  /^(пт|пят[а-я]*|fri|friday)$/,
  /^(сб|суб[а-я]*|sat|saturday)$/,
  /^(вс|воск[а-я]*|sun|sunday)$/,
]
const MONTHS = [
  /^(янв|jan)/,
  /^(фев|feb)/,
  /^(мар|mar)/,
  /^(апр|apr)/,
  /^(ма[йя]|may)/,
  /^(июн|jun)/,
  /^(июл|jul)/,
  /^(авг|aug)/,
  /^(сен|sep)/,
  /^(окт|oct)/,
  /^(ноя|nov)/,
  /^(дек|dec)/,
]

/**
 * The calendar day (YYYY-MM-DD) of what is typed on the phone: «завтра», «пн», «27.11», «27 ноября», «27», «через 3 дня».
 * `today` is YYYY-MM-DD where the person sits. A weekday is the next one, never today; a day without a year is the
 * nearest that makes sense. Null when it is no day.
 */
export function readDay(text: string, today: string): string | null {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/^(?:в|во|на|с|до|к|on|by|from|until)\s+/, '')
    .replace(/\s+г(?:ода|\.)?$/, '')
  if (Object.hasOwn(NEAR, typed)) return shifted(today, NEAR[typed]!)
  return inDays(typed, today) ?? weekday(typed, today) ?? iso(typed) ?? numeric(typed, today) ?? named(typed, today)
}

function inDays(typed: string, today: string): string | null {
  const match = /^(?:\+|через\s+|in\s+)(\d{1,3})?\s*(д[а-я]*|days?|нед[а-я]*|weeks?)?$/.exec(typed)
  if (!match || (!match[1] && !match[2])) return null
  const isWeeks = /^(нед|week)/.test(match[2] ?? '')
  return shifted(today, Number(match[1] ?? 1) * (isWeeks ? 7 : 1))
}

function weekday(typed: string, today: string): string | null {
  const wanted = WEEKDAYS.findIndex((name) => name.test(typed))
  if (wanted < 0) return null
  const standing = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  return shifted(today, (wanted - standing + 7) % 7 || 7)
}

function iso(typed: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed)
  return match && calendarDay(Number(match[1]), Number(match[2]), Number(match[3]))
}

function numeric(typed: string, today: string): string | null {
  const match =
    /^(\d{1,2})(?:\s*[./,\-\s]\s*(\d{1,2})(?:\s*[./,\-\s]\s*(\d{4}|\d{2}))?\.?|-?(?:го|е|th|st|nd|rd))?$/.exec(typed)
  if (!match) return null
  const day = Number(match[1])
  if (!match[2]) return nextOfMonth(day, today)
  return ofYear(match[3], Number(match[2]), day, today)
}

function named(typed: string, today: string): string | null {
  const match = /^(\d{1,2})(?:-?го)?\s*([а-яa-z]+)\.?(?:\s+(\d{4}))?$/.exec(typed)
  const month = match ? MONTHS.findIndex((name) => name.test(match[2]!)) + 1 : 0
  return month ? ofYear(match![3], month, Number(match![1]), today) : null
}

/** «27» is the nearest 27th from today on. */
function nextOfMonth(day: number, today: string): string | null {
  const [year, month] = today.split('-').map(Number) as [number, number]
  for (let ahead = 0; ahead < 3; ahead++) {
    const found = calendarDay(year + Math.floor((month - 1 + ahead) / 12), ((month - 1 + ahead) % 12) + 1, day)
    if (found && found >= today) return found
  }
  return null
}

function ofYear(typedYear: string | undefined, month: number, day: number, today: string): string | null {
  if (typedYear) return calendarDay(typedYear.length === 2 ? 2000 + Number(typedYear) : Number(typedYear), month, day)
  const year = Number(today.slice(0, 4))
  const found = calendarDay(year, month, day)
  return found === null || found >= shifted(today, -SLIP_DAYS) ? found : calendarDay(year + 1, month, day)
}

/** null for a day that no calendar has. */
function calendarDay(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day))
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year >= 2000 && year < 2100
  return isReal ? at.toISOString().slice(0, 10) : null
}

function shifted(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10)
}
