import type { Method } from '../rules/method.ts'
import { requiredId } from '../rules/params.ts'
import { officeSchedule } from '../rules/work-time/schedule.ts'

/** This portal has one schedule, the office's; any other number is an empty answer. */
export const method: Method = {
  scope: 'timeman',
  run: ({ params }) => ({ result: requiredId(params, 'id') === officeSchedule.ID ? officeSchedule : [] }),
}
