/** A clock that a test sets: nobody sleeps. */
export function handClock(start = '2026-11-23T09:00:00.000Z') {
  let ms = Date.parse(start)
  return {
    now: () => ms,
    iso: () => new Date(ms).toISOString(),
    date: () => new Date(ms),
    pass: (span: { seconds?: number; minutes?: number; hours?: number }) => {
      ms += ((span.hours ?? 0) * 3600 + (span.minutes ?? 0) * 60 + (span.seconds ?? 0)) * 1000
    },
  }
}
