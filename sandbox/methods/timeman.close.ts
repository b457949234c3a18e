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

/** A forgotten day is closed with a time of its own date. */
export const method: Method = {
  scope: 'timeman',
  isWrite: true,
  run(call) {
    const userId = workerOf(call)
    checkManager(call, userId)
    const day = lastDay(call, userId)
    if (!day || statusOf(call, day) === 'CLOSED') return { result: printDay(call, day) }
    const time = momentOf(call)
    if (dayOf(time * 1000) !== dayOf(day.start * 1000) || time < day.start)
      throw new RestError(400, 'WRONG_DATETIME', 'Day close date should correspond to the day open date')
    const report = toText(anyCase(call.params, 'REPORT')) || day.report
    const closed = { ...withoutBreak(day, time), finish: time, report, closedAt: placeOf(call) }
    return { result: printDay(call, saveDay(call, closed)) }
  },
}
