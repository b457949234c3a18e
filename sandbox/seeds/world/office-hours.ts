import { isWeekend, minuteAt } from '../days.ts'
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
