import type { Portal } from '../../portal.ts'
import type { CallDirection, PhoneCall } from '../phone-calls.ts'
import { formatInstant } from '../time.ts'

const typeOf: Record<CallDirection, string> = { outgoing: '1', incoming: '2', callback: '4' }
const talked = '200'
const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000)

/** A call has begun, been answered or ended: what an application that follows calls hears. */
export type CallNews = 'begun' | 'answered' | 'ended'

/** Tells the application of a call. The end of an outside exchange's call is told by the method that ends it. */
export function tellOfCall(portal: Portal, news: CallNews, call: PhoneCall): void {
  const isOutside = portal.state.telephony.calls.marked(call.id).length > 0
  const fire = (name: string, data: Record<string, string>): void =>
    portal.events.fire({ name, data: { CALL_ID: call.id, ...data }, userId: call.userId, connector: '' })
  if (news === 'begun') fire('ONVOXIMPLANTCALLINIT', isOutside ? outsideCall(call) : ownCall(call))
  if (news === 'answered') fire('ONVOXIMPLANTCALLSTART', { USER_ID: String(call.userId) })
  if (news === 'ended' && !isOutside) fire('ONVOXIMPLANTCALLEND', endedCall(call))
}

const outsideCall = (call: PhoneCall): Record<string, string> => ({
  CALL_TYPE: typeOf[call.direction],
  CALLER_ID: call.number,
  REST_APP_ID: '1',
})

/** A call of the portal's own line: whom the operator dials, or which of our numbers the client did. */
function ownCall(call: PhoneCall): Record<string, string> {
  const isOut = call.direction === 'outgoing'
  return {
    CALL_TYPE: typeOf[call.direction],
    ACCOUNT_SEARCH_ID: call.line.number.replace(/\D/g, ''),
    PHONE_NUMBER: isOut ? call.number : call.line.number,
    CALLER_ID: isOut ? call.line.number : call.number,
  }
}

function endedCall(call: PhoneCall): Record<string, string> {
  const talk = call.connectedAt === null ? 0 : seconds((call.finishedAt ?? call.connectedAt) - call.connectedAt)
  const isAnswered = call.connectedAt !== null
  return {
    CALL_TYPE: typeOf[call.direction],
    PHONE_NUMBER: call.number,
    PORTAL_NUMBER: call.line.number,
    PORTAL_USER_ID: String(call.userId),
    CALL_DURATION: String(talk),
    CALL_START_DATE: formatInstant(seconds(call.startedAt)),
    COST: '0',
    COST_CURRENCY: 'RUR',
    CALL_FAILED_CODE: isAnswered ? talked : (call.failedCode ?? '304'),
    CALL_FAILED_REASON: '',
    CRM_ACTIVITY_ID: String(call.activityId ?? 0),
  }
}
