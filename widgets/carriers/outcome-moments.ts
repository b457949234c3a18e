/** The calendar day `days` after another, both YYYY-MM-DD. */
export function dayAfter(on: string, days: number): string {
  const day = new Date(`${on}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}

/** The reader's clock `minutes` from now, rounded up to five minutes, as `datetime-local` wants it. */
export function localMinutes(now: Date, minutes: number): string {
  const step = 5 * 60_000
  const moment = new Date(Math.ceil((now.getTime() + minutes * 60_000) / step) * step)
  const part = (value: number) => String(value).padStart(2, '0')
  return (
    `${moment.getFullYear()}-${part(moment.getMonth() + 1)}-${part(moment.getDate())}` +
    `T${part(moment.getHours())}:${part(moment.getMinutes())}`
  )
}

/** The moment a `datetime-local` value means by the reader's clock. */
export function momentOf(local: string): Date {
  return new Date(local)
}
