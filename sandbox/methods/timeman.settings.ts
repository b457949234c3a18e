import type { Method } from '../rules/method.ts'
import { workerOf } from '../rules/work-time/days.ts'

/** Everybody's time is kept the same way; `ADMIN` is told of oneself only. */
export const method: Method = {
  scope: 'timeman',
  run(call) {
    const userId = workerOf(call)
    const { rights, departments } = call.portal
    const leads = departments.list().some((department) => department.headId === userId)
    return {
      result: {
        UF_TIMEMAN: true,
        UF_TM_FREE: false,
        UF_TM_MAX_START: '09:15:00',
        UF_TM_MIN_FINISH: '17:45:00',
        UF_TM_MIN_DURATION: '08:00:00',
        UF_TM_ALLOWED_DELTA: '00:15:00',
        ...(userId === call.caller.userId ? { ADMIN: rights.isAdmin(userId) || leads } : {}),
      },
    }
  },
}
