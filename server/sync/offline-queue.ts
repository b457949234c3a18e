import { PortalError } from '../errors.ts'
import { crmEventOf } from '../portal/events.ts'
import type { PortalClient } from '../portal/portal-client.ts'
import type { SchemaMap } from '../portal/schema-map.ts'
import { entityOfType } from './entities.ts'
import { readId, readList, readText } from './indexers/portal-values.ts'
import type { ItemIds } from './read-again.ts'

/** Part of the portal's queue, reserved for us until it is acknowledged. */
export interface QueuePart {
  processId: string
  messageIds: string[]
  ids: ItemIds
}

const EVENTS_A_CALL = 50

/**
 * Takes the next part of the queue, or with `processId` the part that was reserved under it and never acknowledged.
 * The portal keeps the events until `acknowledge`; null when there are none.
 */
export async function takeQueuePart(
  client: PortalClient,
  map: SchemaMap,
  processId?: string,
): Promise<QueuePart | null> {
  const params = { clear: 0, limit: EVENTS_A_CALL, ...(processId ? { process_id: processId } : {}) }
  const { result } = await client.call<{ process_id?: unknown; events?: unknown }>('event.offline.get', params)
  const events = readList(result?.events)
  const reserved = readText(result?.process_id) ?? processId
  if (!events.length || !reserved) return null
  const part: QueuePart = { processId: reserved, messageIds: [], ids: new Map() }
  for (const event of events) {
    const row = event as Record<string, unknown>
    const messageId = readText(row.MESSAGE_ID)
    if (messageId) part.messageIds.push(messageId)
    addEvent(part.ids, row, map)
  }
  return part
}

function addEvent(ids: ItemIds, row: Record<string, unknown>, map: SchemaMap): void {
  const fields = level(level(row.EVENT_DATA).FIELDS)
  const id = readId(fields.ID)
  const event = crmEventOf(readText(row.EVENT_NAME) ?? '', readId(fields.ENTITY_TYPE_ID))
  const entity = event && entityOfType(event.entityTypeId, map)
  if (id === null || !entity) return
  const known = ids.get(entity)
  if (known) known.add(id)
  else ids.set(entity, new Set([id]))
}

function level(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** What was taken is in the copy: the portal may forget it. */
export async function acknowledge(client: PortalClient, part: QueuePart): Promise<void> {
  await client.call('event.offline.clear', { process_id: part.processId, message_id: part.messageIds })
}

/** Reservations nobody has acknowledged: somebody was killed between taking and acknowledging. */
export async function abandonedProcesses(client: PortalClient): Promise<string[]> {
  try {
    const { result } = await client.call<unknown>('event.offline.list', { order: { ID: 'ASC' } })
    const ids = readList(result).map((row) => readText(level(row).PROCESS_ID))
    return [...new Set(ids.filter((id): id is string => id !== null && id !== '0'))]
  } catch (error) {
    // An older portal without this method: the nightly reconcile finds what was left behind.
    if (error instanceof PortalError && error.code === 'ERROR_METHOD_NOT_FOUND') return []
    throw error
  }
}
