import { createHash } from 'node:crypto'
import type { Features } from '../options.ts'
import type { EventHandler } from '../state/event-handlers.ts'
import type { State } from '../state/state.ts'
import type { Auth } from './auth.ts'
import type { EventTrouble } from './faults/event-trouble.ts'
import { toForm } from './form.ts'
import type { Inspector } from './inspection/inspector.ts'

/** Mostly named values; of one event a bare number. */
export type EventData = Record<string, unknown> | number

/** Something that happened in the portal. */
export interface PortalEvent {
  /** Upper case. */
  name: string
  data: EventData
  /** Null when no user stands behind it (a robot, an agent): the handler then gets no token. */
  userId: number | null
  /** The queue name the change was made under. */
  connector: string
  /** Other names the same thing is subscribed by. */
  aliases?: string[]
}

export type LifecycleEvent = 'ONAPPINSTALL' | 'ONAPPUNINSTALL' | 'ONAPPUPDATE' | 'ONAPPPAYMENT' | 'ONAPPMETHODCONFIRM'

export interface Delivery {
  event: string
  /** 0 when the handler could not be reached. */
  status: number
}

export interface EventWorld {
  state: State
  auth: Auth
  now: () => number
  /** Events may be lost, doubled, late or mixed up. */
  trouble: EventTrouble
  inspector: Inspector
  memberId: string
  features: Required<Features>
  endpoints: () => { domain: string; client: string; server: string }
}

export type Events = ReturnType<typeof createEvents>

const patience = 10_000
const defaultThrottleSeconds = 1
const keptDeliveries = 200

/**
 * Tells the application what happened: online handlers get a form POST, once, in no promised order and without a
 * second try; offline subscriptions get a row in the queue. Nothing is told before the installation is finished.
 */
export function createEvents(world: EventWorld) {
  const outstanding = new Set<Promise<void>>()
  const timers = new Map<number, NodeJS.Timeout>()
  const lastWake = new Map<number, number>()
  let deliveries: Delivery[] = []

  function fire(event: PortalEvent): void {
    if (world.state.app.get()?.isInstalled !== true) return
    const names = [event.name, ...(event.aliases ?? [])]
    let isQueued = false
    let isAtOnce = true
    for (const handler of world.state.eventHandlers.list()) {
      if (!names.includes(handler.event)) continue
      world.trouble.pass(handler.event, () => {
        if (!handler.isOffline) send(handler, handler.event, event.data, tokens(handler, event.userId, false))
        else if (!enqueue(handler, event)) return
        else if (isAtOnce) isQueued = true
        else wake(event.userId)
      })
    }
    if (isQueued) wake(event.userId)
    isAtOnce = false
  }

  /** An application's own changes do not come back to it through a queue that carries its name. */
  function enqueue(handler: EventHandler, event: PortalEvent): boolean {
    if (handler.authConnector !== '' && handler.authConnector === event.connector) return false
    const subject = JSON.stringify([handler.event, event.data])
    world.state.offline.add({
      id: world.state.meta.nextId('offline'),
      created: Math.floor(world.now() / 1000),
      event: handler.event,
      data: event.data,
      additional: event.userId === null ? null : { user_id: String(event.userId) },
      messageId: createHash('md5').update(subject).digest('hex'),
      connector: handler.authConnector,
    })
    return true
  }

  /** Says "there is something to fetch", no oftener than each handler's own throttle allows. */
  function wake(userId: number | null): void {
    for (const handler of world.state.eventHandlers.list()) {
      if (handler.event !== 'ONOFFLINEEVENT' || handler.isOffline || timers.has(handler.id)) continue
      const throttle = (handler.options.minTimeout ?? defaultThrottleSeconds) * 1000
      const wait = (lastWake.get(handler.id) ?? -Infinity) + throttle - world.now()
      const ring = (): void => {
        timers.delete(handler.id)
        lastWake.set(handler.id, world.now())
        world.trouble.pass(handler.event, () => send(handler, handler.event, {}, tokens(handler, userId, true)))
      }
      if (wait <= 0) ring()
      else timers.set(handler.id, setTimeout(ring, wait).unref())
    }
  }

  function tokens(handler: EventHandler, actor: number | null, withRefresh: boolean): Record<string, unknown> {
    const userId = handler.authType === 0 ? actor : handler.authType
    if (userId === null) return {}
    if (!withRefresh) return { access_token: world.auth.issueAccess(userId), expires_in: 3600 }
    const pair = world.auth.issue(userId)
    return { access_token: pair.accessToken, refresh_token: pair.refreshToken, expires_in: pair.expiresIn }
  }

  function send(handler: EventHandler, name: string, data: EventData, auth: Record<string, unknown>): void {
    dispatch(handler.handler, name, { event: name, event_handler_id: handler.id, data }, auth)
  }

  /** Posts these fields to an address of the application, with the moment and what the portal says of itself. */
  function dispatch(
    address: string,
    name: string,
    fields: Record<string, unknown>,
    auth: Record<string, unknown>,
  ): void {
    const app = world.state.app.get()
    if (!app) return
    const endpoints = world.endpoints()
    const body = toForm({
      ...fields,
      ts: Math.floor(world.now() / 1000),
      auth: {
        ...auth,
        scope: app.registration.scope.join(','),
        status: 'L',
        domain: endpoints.domain,
        server_endpoint: endpoints.server,
        client_endpoint: endpoints.client,
        member_id: world.memberId,
        application_token: app.applicationToken,
      },
    })
    const tell = world.inspector.outbound(name, address, body)
    const delivery = post(address, body).then((status) => {
      tell(status)
      deliveries = [...deliveries.slice(1 - keptDeliveries), { event: name, status }]
    })
    outstanding.add(delivery)
    void delivery.finally(() => outstanding.delete(delivery))
  }

  return {
    fire,
    /**
     * Posts to one address outside of all subscriptions, as robots, bots and message senders are called; `name` is for
     * the list of deliveries. With a user, both his tokens go along.
     */
    deliver(address: string, name: string, fields: Record<string, unknown>, userId: number | null): void {
      if (world.state.app.get()?.isInstalled !== true) return
      const pair = userId === null ? null : world.auth.issue(userId)
      const auth = pair
        ? { access_token: pair.accessToken, refresh_token: pair.refreshToken, expires_in: pair.expiresIn }
        : {}
      dispatch(address, name, fields, userId === null ? auth : { ...auth, user_id: userId })
    },
    /** Something has happened to the application itself: its handlers of that event are told. */
    lifecycle(name: LifecycleEvent, data: Record<string, unknown>, userId: number): void {
      const bringsTokens = name === 'ONAPPINSTALL' || name === 'ONAPPUPDATE'
      for (const handler of world.state.eventHandlers.list())
        if (handler.event === name && !handler.isOffline)
          send(handler, name, data, bringsTokens ? tokens(handler, userId, true) : {})
    },
    /** Waits until every delivery under way has been answered or given up. */
    async idle(): Promise<void> {
      while (outstanding.size > 0) await Promise.all(outstanding)
    },
    deliveries: (): Delivery[] => deliveries,
    close(): void {
      world.trouble.close()
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      lastWake.clear()
    },
  }
}

async function post(handler: string, body: string): Promise<number> {
  try {
    const answer = await fetch(handler, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    // The portal never tries twice: what is lost is lost.
    return 0
  }
}
