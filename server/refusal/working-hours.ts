/** When people are at work. Hours of the day in the zone that is `offsetMinutes` ahead of UTC. */
export interface WorkingTime {
  /** null: the year of that day (YYYY-MM-DD) is not known; then Monday to Friday count. */
  isWorking(on: string): boolean | null
  fromHour: number
  toHour: number
  offsetMinutes: number
}

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
/** A year of holidays: a loop has to end. */
const MOST_DAYS = 400

/** The moment (UTC ISO) that many working hours after another. Time outside work does not count. */
export function addWorkingHours(at: string, hours: number, work: WorkingTime): string {
  const shift = work.offsetMinutes * 60_000
  let now = Date.parse(at) + shift
  let left = hours * HOUR_MS
  for (let day = 0; day < MOST_DAYS; day++) {
    const midnight = Math.floor(now / DAY_MS) * DAY_MS
    const [start, end] = [midnight + work.fromHour * HOUR_MS, midnight + work.toHour * HOUR_MS]
    if (isWorkingDay(midnight, work)) {
      const from = Math.max(now, start)
      const room = Math.max(0, end - from)
      if (left <= room) return new Date(from + left - shift).toISOString()
      left -= room
    }
    now = midnight + DAY_MS
  }
  return new Date(now - shift).toISOString()
}

/** The calendar day (YYYY-MM-DD) of a moment where people work. */
export function dayOf(at: string, work: WorkingTime): string {
  return new Date(Date.parse(at) + work.offsetMinutes * 60_000).toISOString().slice(0, 10)
}

function isWorkingDay(midnight: number, work: WorkingTime): boolean {
  const weekday = new Date(midnight).getUTCDay()
  return work.isWorking(new Date(midnight).toISOString().slice(0, 10)) ?? (weekday !== 0 && weekday !== 6)
}
