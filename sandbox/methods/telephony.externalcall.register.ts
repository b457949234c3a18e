import { wrongAuthType } from '../rules/errors.ts'
import { addItem } from '../rules/item-write.ts'
import type { Call, Method } from '../rules/method.ts'
import { anyCase, toInteger, toText } from '../rules/params.ts'
import type { CallBinding, CallCrmType } from '../rules/phone-calls.ts'
import { leadType } from '../rules/standard-fields.ts'
import { coreError, directionOf, employeeOf, ownersOf, typeIdOf } from '../rules/telephony/external.ts'
import { parseInstant } from '../rules/time.ts'
import type { ExternalCall } from '../state/telephony.ts'

/** The same outside number within half an hour is the same call. */
const sameCallSeconds = 1800

export const method: Method = {
  scope: 'telephony',
  isWrite: true,
  appOnly: wrongAuthType,
  run(call) {
    const { portal, params } = call
    const text = (name: string): string => toText(anyCase(params, name))
    const userId = employeeOf(call)
    const phone = text('PHONE_NUMBER')
    if (!/\d{3}/.test(phone)) throw coreError('Unsupported phone number format')
    const type = toInteger(anyCase(params, 'TYPE')) ?? 0
    if (type < 1 || type > 5) throw coreError('Unknown TYPE')
    const now = Math.floor(portal.now() / 1000)
    const started = text('CALL_START_DATE') === '' ? now : parseInstant(text('CALL_START_DATE'))
    if (started === null) throw coreError('CALL_START_DATE should be in the ISO-8601 format')
    const externalId = text('EXTERNAL_CALL_ID')
    const known = externalId === '' ? undefined : portal.state.telephony.calls.marked(`ext/${externalId}`).at(-1)
    if (known && now - known.started < sameCallSeconds) return { result: print(known) }
    const given = givenClient(call)
    const owners = given ? [given] : ownersOf(call, phone)
    const isNewLead = owners.length === 0 && toInteger(anyCase(params, 'CRM_CREATE')) === 1
    const lead = isNewLead ? newLead(call, phone, text('CRM_SOURCE')) : null
    const client = lead === null ? owners[0] : { type: 'LEAD' as const, id: lead }
    const registered = portal.state.telephony.calls.add({
      code: `externalCall.${portal.random(32)}.${now}`,
      userId,
      phone,
      type,
      started,
      entityType: client?.type ?? '',
      entityId: client?.id ?? 0,
      createdLead: lead,
      line: text('LINE_NUMBER'),
      externalId,
      isShown: toInteger(anyCase(params, 'SHOW')) !== 0,
      finished: null,
    })
    portal.phone.start({
      userId,
      number: phone,
      direction: directionOf(type),
      id: registered.code,
      crm: client ?? null,
      bindings: owners,
      isShown: registered.isShown,
    })
    return { result: print(registered) }
  },
}

function givenClient(call: Call): CallBinding | null {
  const type = toText(anyCase(call.params, 'CRM_ENTITY_TYPE')).toUpperCase()
  const id = toInteger(anyCase(call.params, 'CRM_ENTITY_ID')) ?? 0
  return call.portal.state.items.exists(typeIdOf(type), id) ? { type: type as CallCrmType, id } : null
}

function newLead(call: Call, phone: string, sourceId: string): number | null {
  const catalogue = call.portal.catalogue.of(leadType)
  if (!catalogue) return null
  const fm = [{ typeId: 'PHONE', valueType: 'WORK', value: phone }]
  const fields = { title: `${phone} - Звонок`, fm, ...(sourceId === '' ? {} : { sourceId }) }
  return addItem(call, catalogue, fields, true).id
}

function print(call: ExternalCall): Record<string, unknown> {
  const lead = call.createdLead
  return {
    CALL_ID: call.code,
    CRM_CREATED_LEAD: lead,
    CRM_CREATED_ENTITIES: lead === null ? [] : [{ ENTITY_TYPE: 'LEAD', ENTITY_ID: lead }],
    CRM_ENTITY_TYPE: call.entityType,
    CRM_ENTITY_ID: call.entityId,
  }
}
