import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger } from '../rules/params.ts'
import { asList } from '../rules/values.ts'
import { busyTimes, moment, printBusyTime } from '../rules/work-time/calendar.ts'

/** When people are busy or away. Documented at https://apidocs.bitrix24.com/api-reference/calendar/calendar-event/calendar-accessibility-get.html */
export const method: Method = {
  scope: 'calendar',
  run(call) {
    const users = asList(anyCase(call.params, 'users')).map((id) => toInteger(id) ?? 0)
    if (users.length === 0)
      throw new RestError(
        400,
        '',
        'The required parameter "users" is not set for the method "calendar.accessibility.get"',
      )
    const [from, to] = [moment(call, 'from'), moment(call, 'to')]
    const rows = users.map((id) => [String(id), busyTimes(call, id, from, to).map(printBusyTime)])
    return { result: Object.fromEntries(rows) as unknown }
  },
}
