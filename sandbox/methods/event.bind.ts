import { accessDenied, emptyArgument, RestError, wrongAuthType } from '../rules/errors.ts'
import { eventNames } from '../rules/event-names.ts'
import { checkHandler } from '../rules/handler-url.ts'
import type { Call, Method } from '../rules/method.ts'
import { anyCase, toInteger, toMap, toText } from '../rules/params.ts'

export const method: Method = {
  scope: 'basic',
  isWrite: true,
  appOnly: wrongAuthType,
  run(call) {
    const { portal, params } = call
    const event = toText(anyCase(params, 'event')).toUpperCase()
    const isOffline = toText(anyCase(params, 'event_type')).toLowerCase() === 'offline'
    const authType = toInteger(anyCase(params, 'auth_type')) ?? 0
    const names = eventNames(portal, call.caller.kind === 'app' ? call.caller.scope : null)
    if (!names.includes(event)) throw new RestError(400, 'ERROR_EVENT_NOT_FOUND', 'Event not found')
    checkRights(call, isOffline, authType)
    const address = toText(anyCase(params, 'handler'))
    if (address === '' && !isOffline) throw emptyArgument('HANDLER')
    const handler = isOffline ? '' : checkHandler(address)
    const authConnector = isOffline ? toText(anyCase(params, 'auth_connector')) : ''
    const isBound = portal.state.eventHandlers
      .list()
      .some(
        (known) =>
          known.event === event &&
          known.handler === handler &&
          known.isOffline === isOffline &&
          known.authType === authType &&
          known.authConnector === authConnector,
      )
    if (isBound) throw new RestError(400, 'ERROR_CORE', 'Unable to set event handler: Handler already binded')
    const minTimeout = toInteger(anyCase(toMap(anyCase(params, 'options')), 'minTimeout'))
    portal.state.eventHandlers.add({
      id: portal.state.meta.nextId('eventHandler'),
      event,
      handler,
      authType,
      isOffline,
      authConnector,
      options: minTimeout === null ? {} : { minTimeout },
    })
    return { result: true }
  },
}

/** Offline subscriptions are the administrator's; others may listen online with their own token only. */
function checkRights(call: Call, isOffline: boolean, authType: number): void {
  if (isOffline && !call.portal.features.offlineQueue)
    throw accessDenied('Access denied! Offline events are not included in the plan', 403)
  if (call.portal.rights.isAdmin(call.caller.userId)) return
  if (isOffline) throw accessDenied('Access denied! Offline events binding requires administrator access rights', 403)
  if (authType !== call.caller.userId)
    throw accessDenied('Access denied! Event binding with this auth_type requires administrator access rights', 403)
}
