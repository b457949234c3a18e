import { wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'basic',
  appOnly: wrongAuthType,
  run: ({ portal }) => ({
    result: portal.state.eventHandlers
      .list()
      .map((handler) =>
        handler.isOffline
          ? { event: handler.event, connector_id: handler.authConnector, offline: 1 }
          : { event: handler.event, handler: handler.handler, auth_type: String(handler.authType), offline: 0 },
      ),
  }),
}
