import { accessDenied, emptyArgument, wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger, toText } from '../rules/params.ts'

export const method: Method = {
  scope: 'basic',
  isWrite: true,
  appOnly: wrongAuthType,
  run({ portal, caller, params }) {
    const event = toText(anyCase(params, 'event')).toUpperCase()
    const handler = toText(anyCase(params, 'handler'))
    const isOffline = toText(anyCase(params, 'event_type')).toLowerCase() === 'offline'
    if (event === '') throw emptyArgument('EVENT')
    if (handler === '' && !isOffline) throw emptyArgument('HANDLER')
    const authType = toInteger(anyCase(params, 'auth_type'))
    const isAdmin = portal.rights.isAdmin(caller.userId)
    if (isOffline && !isAdmin)
      throw accessDenied('Access denied! Offline events unbinding requires administrator access rights', 403)
    if (authType !== null && authType !== caller.userId && !isAdmin)
      throw accessDenied('Access denied! Event unbinding with AUTH_TYPE requires administrator access rights', 403)
    const connector = toText(anyCase(params, 'auth_connector'))
    const bound = portal.state.eventHandlers
      .list()
      .filter(
        (known) =>
          known.event === event &&
          known.isOffline === isOffline &&
          (isOffline ? known.authConnector === connector : known.handler === handler) &&
          (authType === null || known.authType === authType) &&
          (isAdmin || known.authType === caller.userId),
      )
    for (const known of bound) portal.state.eventHandlers.remove(known.id)
    return { result: { count: bound.length } }
  },
}
