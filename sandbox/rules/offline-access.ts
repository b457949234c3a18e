import { accessDenied, emptyArgument, type RestError } from './errors.ts'
import type { Call } from './method.ts'
import { anyCase, toText, type Params } from './params.ts'
import { formatInstant } from './time.ts'
import type { OfflineEvent } from '../state/offline-events.ts'

export const offlineDenied = (): RestError => accessDenied('Access denied!', 403)

/** The queue the caller names by `auth_connector`. Refused where the plan has no queue. */
export function queueOf(call: Call): OfflineEvent[] {
  if (!call.portal.features.offlineQueue) throw offlineDenied()
  const connector = toText(anyCase(call.params, 'auth_connector'))
  return call.portal.state.offline.list().filter((event) => event.connector === connector)
}

export function printOffline(event: OfflineEvent): Record<string, unknown> {
  return {
    ID: String(event.id),
    TIMESTAMP_X: formatInstant(event.created),
    EVENT_NAME: event.event,
    EVENT_DATA: event.data ?? false,
    EVENT_ADDITIONAL: event.additional ?? false,
    MESSAGE_ID: event.messageId,
  }
}

export function processIdOf(params: Params): string {
  const processId = toText(anyCase(params, 'process_id'))
  if (processId === '') throw emptyArgument('process_id')
  return processId
}
