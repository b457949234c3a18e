import { addActivity } from '../rules/activities/write.ts'
import { RestError, wrongAuthType } from '../rules/errors.ts'
import type { Call, Method } from '../rules/method.ts'
import { anyCase, toInteger, toText } from '../rules/params.ts'
import { employeeOf, externalCallOf, typeIdOf } from '../rules/telephony/external.ts'
import { tell } from '../rules/tell.ts'
import { formatInstant } from '../rules/time.ts'
import type { ExternalCall } from '../state/telephony.ts'

const talked = '200'

/** Ends a call: an activity stands on the client's card, and the application hears of it. */
export const method: Method = {
  scope: 'telephony',
  isWrite: true,
  appOnly: wrongAuthType,
  run(call) {
    const { portal, params } = call
    const known = externalCallOf(call)
    const userId = employeeOf(call)
    const duration = toInteger(anyCase(params, 'DURATION')) ?? 0
    if (duration < 0) throw new RestError(400, 'INVALID_ARGUMENT', 'DURATION must not be negative')
    const status = toText(anyCase(params, 'STATUS_CODE')) || (duration > 0 ? talked : '304')
    const activityId = known.finished?.activityId ?? record(call, known, duration, status)
    const reason = toText(anyCase(params, 'FAILED_REASON'))
    const at = Math.floor(portal.now() / 1000)
    const ended = { ...known, userId, finished: { at, duration, status, reason, activityId } }
    portal.state.telephony.calls.save(ended)
    portal.phone.finish(known.code, status === talked ? null : status)
    const result = print(ended, call)
    tell(call, 'ONVOXIMPLANTCALLEND', {
      CALL_ID: known.code,
      CALL_TYPE: String(known.type),
      PHONE_NUMBER: known.phone,
      PORTAL_NUMBER: result['PORTAL_NUMBER'],
      PORTAL_USER_ID: String(userId),
      CALL_DURATION: String(duration),
      CALL_START_DATE: formatInstant(known.started),
      COST: '0',
      COST_CURRENCY: 'RUR',
      CALL_FAILED_CODE: status,
      CALL_FAILED_REASON: reason,
      CRM_ACTIVITY_ID: String(activityId),
    })
    return { result }
  },
}

function record(call: Call, known: ExternalCall, duration: number, status: string): number {
  const card = { entityTypeId: typeIdOf(known.entityType), id: known.entityId }
  if (!call.portal.state.items.exists(card.entityTypeId, card.id)) return 0
  const isIncoming = known.type === 2 || known.type === 3
  const communication = { id: call.portal.state.meta.nextId('communication'), type: 'PHONE', value: known.phone }
  const activity = addActivity(call, card, {
    typeId: 2,
    providerId: 'VOXIMPLANT_CALL',
    providerTypeId: 'CALL',
    subject: `${isIncoming ? 'Входящий' : 'Исходящий'} ${known.phone}`,
    start: known.started,
    end: known.started + duration,
    isCompleted: status === talked || !isIncoming,
    direction: isIncoming ? 1 : 2,
    responsibleId: known.userId,
    originatorId: 'VI',
    originId: `VI_${known.code}`,
    communications: [{ ...communication, entityTypeId: card.entityTypeId, entityId: card.id }],
  })
  call.portal.phone.setActivity(known.code, activity.id)
  return activity.id
}

function print(known: ExternalCall, call: Call): Record<string, unknown> {
  const { finished } = known
  const app = call.portal.app?.registration
  return {
    CALL_ID: known.code,
    EXTERNAL_CALL_ID: known.externalId || null,
    PORTAL_USER_ID: known.userId,
    PHONE_NUMBER: known.phone,
    PORTAL_NUMBER: known.line || 'REST_APP:1',
    INCOMING: String(known.type),
    CALL_DURATION: finished?.duration ?? 0,
    CALL_START_DATE: { date: formatInstant(known.started), timezone: 'Europe/Moscow' },
    CALL_STATUS: finished?.status === talked ? 1 : 0,
    CALL_VOTE: toInteger(anyCase(call.params, 'VOTE')) ?? 0,
    COST: Math.round(Number(toText(anyCase(call.params, 'COST'))) || 0),
    COST_CURRENCY: toText(anyCase(call.params, 'COST_CURRENCY')),
    CALL_FAILED_CODE: finished?.status ?? '',
    CALL_FAILED_REASON: finished?.reason ?? '',
    REST_APP_ID: '1',
    REST_APP_NAME: app?.title[call.portal.language] ?? '',
    CRM_ACTIVITY_ID: finished?.activityId ?? 0,
    COMMENT: null,
    CRM_ENTITY_TYPE: known.entityType,
    CRM_ENTITY_ID: known.entityId,
    ID: known.id,
  }
}
