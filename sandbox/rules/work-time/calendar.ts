import { userMark, type CalendarEvent } from '../../state/work-time.ts'
import { RestError } from '../errors.ts'
import type { Call } from '../method.ts'
import { anyCase, toText } from '../params.ts'
import { formatInstant, parseInstant } from '../time.ts'

const zoneOffset = 3 * 60 * 60
const zone = 'Europe/Moscow'
const dayLong = 86_400

/** How the calendar complains of a parameter that is not there. */
export function requiredText(call: Call, name: string): string {
  const text = toText(anyCase(call.params, name)).trim()
  if (text === '') throw new RestError(400, '', `The required parameter "${name}" is not set`)
  return text
}

export function moment(call: Call, name: string): number {
  const found = parseInstant(requiredText(call, name))
  if (found === null) throw new RestError(400, '', `Invalid value for parameter "${name}"`)
  return found
}

/** The busy times of a person that touch the days from `from` to `to`, both included. */
export function busyTimes(call: Call, userId: number, from: number, to: number): CalendarEvent[] {
  return call.portal.state.workTime.events
    .marked(userMark(userId))
    .filter((event) => event.from < to + dayLong && event.to >= from)
    .sort((one, other) => one.from - other.from)
}

/** `02.12.2024 11:00:00`; a whole day has no hours. */
function siteDate(seconds: number, isWholeDay: boolean): string {
  const iso = formatInstant(seconds)
  const day = `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`
  return isWholeDay ? day : `${day} ${iso.slice(11, 19)}`
}

export function printBusyTime(event: CalendarEvent): Record<string, unknown> {
  return {
    ID: String(event.id),
    NAME: event.name,
    DATE_FROM: siteDate(event.from, event.isWholeDay),
    DATE_TO: siteDate(event.to, event.isWholeDay),
    DATE_FROM_TS_UTC: String(event.from),
    DATE_TO_TS_UTC: String(event.to),
    '~USER_OFFSET_FROM': zoneOffset,
    '~USER_OFFSET_TO': zoneOffset,
    DT_SKIP_TIME: event.isWholeDay ? 'Y' : 'N',
    TZ_FROM: zone,
    TZ_TO: zone,
    ACCESSIBILITY: event.accessibility,
    IMPORTANCE: event.importance,
    EVENT_TYPE: '',
  }
}
