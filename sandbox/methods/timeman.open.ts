import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'
import { dayOf } from '../rules/time.ts'
import {
  checkManager,
  lastDay,
  momentOf,
  placeOf,
  printDay,
  saveDay,
  statusOf,
  withoutBreak,
  workerOf,
} from '../rules/work-time/days.ts'

/** Begins a day, or goes on with one that is paused or was closed today. A forgotten day has to be closed first. */
export const method: Method = {
  scope: 'timeman',
  isWrite: true,
  run(call) {
    const { portal } = call
    const userId = workerOf(call)
    checkManager(call, userId)
    const time = momentOf(call)
    const now = Math.floor(portal.now() / 1000)
    if (dayOf(time * 1000) !== dayOf(portal.now()))
      throw new RestError(400, 'WRONG_DATETIME', 'Day open date should correspond to the current date')
    if (time > now) throw new RestError(400, 'TIME', 'Day open time should not be later than now')
    const day = lastDay(call, userId)
    const status = statusOf(call, day)
    if (status === 'EXPIRED') throw new RestError(400, 'WRONG_DATETIME', 'The previous day is not closed')
    if (day && status !== 'CLOSED') return { result: printDay(call, saveDay(call, withoutBreak(day, now))) }
    if (day?.finish != null && dayOf(day.start * 1000) === dayOf(portal.now())) {
      const breaks = day.breaks + Math.max(0, now - day.finish)
      return { result: printDay(call, saveDay(call, { ...day, finish: null, pausedAt: null, breaks })) }
    }
    const opened = portal.state.workTime.days.add({
      userId,
      start: time,
      finish: null,
      pausedAt: null,
      breaks: 0,
      report: toText(anyCase(call.params, 'REPORT')),
      isConfirmed: true,
      openedAt: placeOf(call),
      closedAt: { lat: 0, lon: 0 },
    })
    return { result: printDay(call, opened) }
  },
}
