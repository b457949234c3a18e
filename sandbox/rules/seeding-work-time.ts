import type { Seed } from '../seeds/seed.ts'
import type { State } from '../state/state.ts'
import { parseInstant } from './time.ts'

/** Working days and absences of a seed. Throws on a moment that is none. */
export function plantWorkTime(state: State, seed: Seed): void {
  const moment = (text: string): number => {
    const found = parseInstant(text)
    if (found === null) throw new Error(`The seed has a moment that is none: ${text}`)
    return found
  }
  for (const { userId, startedAt, pausedAt, finishedAt } of seed.workDays ?? [])
    state.workTime.days.add({
      userId,
      start: moment(startedAt),
      finish: finishedAt === undefined ? null : moment(finishedAt),
      pausedAt: pausedAt === undefined ? null : moment(pausedAt),
      breaks: 0,
      report: '',
      isConfirmed: true,
      openedAt: { lat: 0, lon: 0 },
      closedAt: { lat: 0, lon: 0 },
    })
  for (const { userId, name, from, to } of seed.absences ?? [])
    state.workTime.events.add({
      userId,
      name,
      from: moment(from),
      to: moment(to),
      isWholeDay: true,
      accessibility: 'absent',
      importance: 'normal',
    })
}
