import type { PhoneCall } from '../../rules/phone-calls.ts'

/** What `getStatus` answers in a call card: ids are numbers, keys without a value are absent. */
export function callStatus(call: PhoneCall): Record<string, unknown> {
  return {
    CALL_ID: call.id,
    ...(call.number === '' ? {} : { PHONE_NUMBER: call.number }),
    LINE_NUMBER: call.line.number,
    LINE_NAME: call.line.name,
    CRM_ENTITY_TYPE: call.crm?.type ?? '',
    CRM_ENTITY_ID: call.crm?.id ?? 0,
    ...(call.activityId === null ? {} : { CRM_ACTIVITY_ID: call.activityId }),
    CRM_BINDINGS: call.bindings.map(({ type, id }) => ({ ENTITY_TYPE: type, ENTITY_ID: id })),
    CALL_DIRECTION: call.direction,
    CALL_STATE: call.state,
    CALL_LIST_MODE: false,
  }
}

/**
 * PLACEMENT_OPTIONS of the same moment: they have gone through a form, so everything is text, an activity that is not
 * there is the word `undefined`, and an empty list does not come at all.
 */
export function callOptions(call: PhoneCall): Record<string, unknown> {
  const { CRM_BINDINGS: _bindings, CRM_ACTIVITY_ID: _activity, ...plain } = callStatus(call)
  const texts = Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, String(value)]))
  const bindings = call.bindings.map(({ type, id }) => ({ ENTITY_TYPE: type, ENTITY_ID: String(id) }))
  return {
    ...texts,
    // The line's number stands in for a name it does not have.
    LINE_NAME: call.line.name === '' ? call.line.number : call.line.name,
    CRM_ACTIVITY_ID: String(call.activityId ?? undefined),
    ...(bindings.length === 0 ? {} : { CRM_BINDINGS: bindings }),
  }
}
