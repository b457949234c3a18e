const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MOSCOW_MS = 3 * HOUR_MS

/**
 * Six in the morning in Moscow, tomorrow, milliseconds. Nobody is expected at work then, at whatever hour a test runs: in
 * working hours who has not begun his day counts as away.
 */
export function earlyTomorrowMs(): number {
  return (Math.floor((Date.now() + MOSCOW_MS) / DAY_MS) + 1) * DAY_MS + 6 * HOUR_MS - MOSCOW_MS
}

export function minutesToEarlyTomorrow(): number {
  return Math.ceil((earlyTomorrowMs() - Date.now()) / 60_000)
}
