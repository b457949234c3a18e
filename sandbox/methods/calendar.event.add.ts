import { accessDenied } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, isYes, toInteger, toText } from '../rules/params.ts'
import { moment, requiredText } from '../rules/work-time/calendar.ts'

const states = ['busy', 'absent', 'quest', 'free'] as const
const grades = ['high', 'normal', 'low'] as const

/** In a person's own calendar only. Documented at https://apidocs.bitrix24.com/api-reference/calendar/calendar-event/calendar-event-add.html */
export const method: Method = {
  scope: 'calendar',
  isWrite: true,
  run(call) {
    const { params, portal, caller } = call
    const type = requiredText(call, 'type')
    const userId = toInteger(requiredText(call, 'ownerId')) ?? 0
    const name = requiredText(call, 'name')
    const [from, to] = [moment(call, 'from'), moment(call, 'to')]
    const isOwn = userId === caller.userId || portal.rights.isAdmin(caller.userId)
    if (type !== 'user' || !portal.users.get(userId) || !isOwn) throw accessDenied()
    const event = portal.state.workTime.events.add({
      userId,
      name,
      from,
      to: Math.max(from, to),
      isWholeDay: isYes(anyCase(params, 'skip_time')),
      accessibility: states.find((state) => state === toText(anyCase(params, 'accessibility'))) ?? 'busy',
      importance: grades.find((grade) => grade === toText(anyCase(params, 'importance'))) ?? 'normal',
    })
    return { result: event.id }
  },
}
