import { accessDenied, RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger } from '../rules/params.ts'
import { requiredText } from '../rules/work-time/calendar.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/calendar/calendar-event/calendar-event-delete.html */
export const method: Method = {
  scope: 'calendar',
  isWrite: true,
  run(call) {
    const { events } = call.portal.state.workTime
    requiredText(call, 'id')
    const event = events.get(toInteger(anyCase(call.params, 'id')) ?? 0)
    if (!event) throw new RestError(400, '', 'An error occurred when deleting the event')
    if (event.userId !== call.caller.userId && !call.portal.rights.isAdmin(call.caller.userId)) throw accessDenied()
    events.remove(event.id)
    return { result: true }
  },
}
