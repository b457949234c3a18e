import { readFileSync } from 'node:fs'
import { parseWorkCalendar, type WorkCalendar } from './profit/work-calendar.ts'

/** The calendar that comes with the project. Throws when the file is missing or malformed. */
export function loadWorkCalendar(): WorkCalendar {
  return parseWorkCalendar(readFileSync(new URL('../data/work-calendar-ru.tsv', import.meta.url), 'utf8'))
}
