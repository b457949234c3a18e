import { dayAt, isWeekend, minuteAt } from '../days.ts'
import type { Random } from '../random.ts'

/** The working day at or before `day`. */
export function workingDay(day: number): number {
  let found = day
  while (isWeekend(found)) found--
  return found
}

/** A minute between nine and half past six; few people write a load down on a Sunday. */
export function officeMinute(random: Random, day: number): number {
  return minuteAt(random.chance(0.93) ? workingDay(day) : day, random.integer(9 * 60, 18 * 60 + 30))
}

const AWAKE_FROM = 8 * 60
const AWAKE_UNTIL = 21 * 60

/** A minute of the span, by day where the span has one: carriers answer late, but not at three in the night. */
export function wakingMinute(random: Random, from: number, until: number): number {
  let minute = from
  for (let attempt = 0; attempt < 5; attempt++) {
    minute = Math.floor(random.between(from, until))
    const clock = minute - minuteAt(dayAt(minute), 0)
    if (clock >= AWAKE_FROM && clock <= AWAKE_UNTIL) break
  }
  return minute
}
