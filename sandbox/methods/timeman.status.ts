import type { Method } from '../rules/method.ts'
import { lastDay, printDay, statusOf, suggestedEnd, workerOf } from '../rules/work-time/days.ts'

export const method: Method = {
  scope: 'timeman',
  run(call) {
    const day = lastDay(call, workerOf(call))
    const printed = printDay(call, day)
    if (day && statusOf(call, day) === 'EXPIRED') printed['TIME_FINISH_DEFAULT'] = suggestedEnd(day)
    return { result: printed }
  },
}
