import type { Method } from '../rules/method.ts'
import { checkManager, lastDay, printDay, saveDay, statusOf, workerOf } from '../rules/work-time/days.ts'

export const method: Method = {
  scope: 'timeman',
  isWrite: true,
  run(call) {
    const userId = workerOf(call)
    checkManager(call, userId)
    const day = lastDay(call, userId)
    if (!day || statusOf(call, day) !== 'OPENED') return { result: printDay(call, day) }
    const pausedAt = Math.floor(call.portal.now() / 1000)
    return { result: printDay(call, saveDay(call, { ...day, pausedAt })) }
  },
}
