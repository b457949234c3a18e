import { dayOf, dayText, momentText, minuteAt } from '../days.ts'
import type { SeedAbsence, SeedUser, SeedWorkDay } from '../seed.ts'

const nine = 9 * 60

/**
 * Who is at work on the seed's last day: everybody since about nine, but for one on a break, one who has gone home, one
 * who forgot to close yesterday, and the last, who is on holiday.
 */
export function makeWorkTime(
  users: readonly SeedUser[],
  today: string,
): {
  workDays: SeedWorkDay[]
  absences: SeedAbsence[]
} {
  const day = dayOf(today)
  const at = (minuteOfDay: number, on = day): string => momentText(minuteAt(on, minuteOfDay))
  const away = users.at(-1)
  const working = users.filter((user) => user !== away)
  const workDays = working.map(({ id: userId }, place): SeedWorkDay => {
    const startedAt = at(nine + (place % 4) * 5)
    if (place === working.length - 1) return { userId, startedAt, pausedAt: at(nine + 180) }
    if (place === working.length - 2) return { userId, startedAt: at(nine, day - 1) }
    if (place === working.length - 3) return { userId, startedAt, finishedAt: at(nine + 240) }
    return { userId, startedAt }
  })
  const holiday = { name: 'Отпуск', from: dayText(day - 2), to: dayText(day + 11) }
  return { workDays, absences: away ? [{ userId: away.id, ...holiday }] : [] }
}
