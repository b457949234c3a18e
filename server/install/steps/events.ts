import { PortalError } from '../../errors.ts'
import type { BatchCalls } from '../../portal/batch.ts'
import { CRM_EVENTS, ONLINE_EVENTS, QUEUE_EVENT } from '../../portal/events.ts'
import type { PortalClient } from '../../portal/portal-client.ts'
import { writeMeta } from '../../store/meta.ts'
import type { ChangesFrom } from '../../sync/changes.ts'
import type { Fitting, Step, StepOutcome } from '../fitting.ts'
import { callAll, rowsOf, type Row } from '../portal-lists.ts'

export interface Subscription {
  event: string
  offline: boolean
}

/** Subscribes to changes: by the offline queue where the plan has one, else by online events. */
export const fitEvents: Step = async (fitting) => {
  if (!(await hasQueue(fitting.client))) return bindEvents(fitting, 'events')
  try {
    return await bindEvents(fitting, 'queue')
  } catch (error) {
    // Some plans promise the queue and refuse to fill it.
    if (!(error instanceof PortalError) || error.method !== 'event.bind' || error.retryable) throw error
    fitting.log.info({ code: error.code }, 'this portal takes no subscription to its queue: single events are followed')
    return bindEvents(fitting, 'events')
  }
}

async function bindEvents({ client, store, publicUrl }: Fitting, from: ChangesFrom): Promise<StepOutcome> {
  const handler = `${publicUrl}/hooks/event`
  const bound = rowsOf((await client.call('event.get')).result)
  const { wanted, missing, stale } = planEvents(bound, from === 'queue', handler)
  const calls: BatchCalls = {}
  stale.forEach((row, index) => {
    calls[`unbind${index}`] = { method: 'event.unbind', params: unbindParams(row) }
  })
  missing.forEach((one, index) => {
    const params = { event: one.event, handler, event_type: one.offline ? 'offline' : 'online' }
    calls[`bind${index}`] = { method: 'event.bind', params }
  })
  await callAll(client, calls)
  await writeMeta(store, 'changesFrom', from)
  return { created: missing.length, found: wanted.length - missing.length }
}

/** What is to be heard of, what of it is not bound yet, and what is bound and leads elsewhere. */
export function planEvents(bound: readonly Row[], hasQueue: boolean, handler: string) {
  const wanted: Subscription[] = [
    ...CRM_EVENTS.map((event) => ({ event, offline: hasQueue })),
    ...(hasQueue ? [QUEUE_EVENT] : []).map((event) => ({ event, offline: false })),
    ...ONLINE_EVENTS.map((event) => ({ event, offline: false })),
  ]
  const isWanted = (row: Row) =>
    wanted.some((one) => keyOf(one) === keyOfBound(row)) && (isOffline(row) || row.handler === handler)
  const boundKeys = new Set(bound.filter(isWanted).map(keyOfBound))
  return {
    wanted,
    missing: wanted.filter((one) => !boundKeys.has(keyOf(one))),
    stale: bound.filter((row) => !isWanted(row)),
  }
}

async function hasQueue(client: PortalClient): Promise<boolean> {
  const { result } = await client.call<{ value?: unknown }>('feature.get', { CODE: 'rest_offline_extended' })
  return result?.value === 'Y'
}

function isOffline(row: Row): boolean {
  return Number(row.offline) === 1
}

function keyOf({ event, offline }: Subscription): string {
  return `${event} ${offline}`
}

function keyOfBound(row: Row): string {
  return keyOf({ event: String(row.event).toUpperCase(), offline: isOffline(row) })
}

function unbindParams(row: Row): Row {
  if (isOffline(row)) return { event: row.event, event_type: 'offline', auth_connector: row.connector_id ?? '' }
  return { event: row.event, handler: row.handler, event_type: 'online' }
}
