import { NotAllowedError } from '../errors.ts'
import type { Log } from '../log.ts'
import {
  ACCOUNT_EVENTS,
  crmEventOf,
  isGenuine,
  parseEvent,
  PRESS_EVENT,
  QUEUE_EVENT,
  type PostedEvent,
} from '../portal/events.ts'
import { originOfToken, type OAuthSettings } from '../portal/oauth.ts'
import type { Registry } from '../store/database.ts'
import { findPortal, learnApplicationToken, type PortalRow } from '../store/portals.ts'
import type { Changes } from '../sync/changes.ts'
import type { Uninstaller } from './uninstall.ts'

export interface EventReceiver {
  /**
   * Takes a form-encoded event in. Nothing here waits for the portal: work begins in the background and is retried by
   * whoever drains next. Errors: NotAllowedError for an event the portal did not send.
   */
  receive(body: string): Promise<void>
  /** Settles when everything begun by events so far is over; for tests and for stopping. */
  idle(): Promise<void>
}

export interface EventReceiverSettings {
  registry: Registry
  changes: Changes
  uninstaller: Uninstaller
  /** The installation is finished and events flow from now on: what changed meanwhile is caught up. */
  catchUp: (memberId: string) => Promise<unknown>
  /** Somebody has pressed a button we have drawn in a card's timeline. */
  pressed: (memberId: string, press: NonNullable<PostedEvent['press']>) => Promise<void>
  /** Somebody’s requisites or bank details were written. */
  accountsChanged: (memberId: string) => Promise<unknown>
  oauth: Pick<OAuthSettings, 'oauthEndpoints' | 'clientId'>
  log: Log
}

export function createEventReceiver(settings: EventReceiverSettings): EventReceiver {
  const { registry, changes, uninstaller, catchUp, oauth, log } = settings
  const begun = new Set<Promise<unknown>>()

  const inBackground = (event: PostedEvent, work: () => Promise<unknown>) => {
    const running = work()
      .catch((error: unknown) => {
        const err = error instanceof Error ? error.message : 'unknown'
        log.warn({ memberId: event.memberId, event: event.name, err }, 'an event could not be followed yet')
      })
      .finally(() => begun.delete(running))
    begun.add(running)
  }

  /**
   * Portals that do not post the secret to the install page send it with ONAPPINSTALL; then the token that comes along
   * has to be one the authorization server knows as this portal's.
   */
  const isFromPortal = async (event: PostedEvent, portal: PortalRow): Promise<boolean> => {
    if (portal.applicationToken) return isGenuine(event, portal.applicationToken)
    if (event.name !== 'ONAPPINSTALL' || !event.accessToken || !event.applicationToken) return false
    const origin = await originOfToken(portal.oauthEndpoint, event.accessToken, oauth)
    const isOurs = origin.clientId === null || origin.clientId === oauth.clientId
    if (origin.memberId !== portal.memberId || !isOurs) return false
    await learnApplicationToken(registry, portal.memberId, event.applicationToken)
    return true
  }

  const follow = async (event: PostedEvent) => {
    const { memberId, name, item } = event
    if (name === 'ONAPPUNINSTALL') return uninstaller.remove(memberId, event.clean)
    if (name === 'ONAPPINSTALL') return inBackground(event, () => catchUp(memberId))
    if (name === PRESS_EVENT) {
      const { press } = event
      if (press) inBackground(event, () => settings.pressed(memberId, press))
      return undefined
    }
    if (ACCOUNT_EVENTS.includes(name)) return inBackground(event, () => settings.accountsChanged(memberId))
    if (name === QUEUE_EVENT) return inBackground(event, () => changes.drain(memberId))
    const change = item && crmEventOf(name, item.entityTypeId)
    if (!item || !change) return
    // Kept first: a hint must not be lost with the process.
    await changes.note(memberId, { ...change, id: item.id })
    inBackground(event, () => changes.drain(memberId))
  }

  return {
    async receive(body) {
      const event = parseEvent(body)
      const portal = event && (await findPortal(registry, event.memberId))
      if (!event || !portal || portal.state === 'removed' || !(await isFromPortal(event, portal)))
        throw new NotAllowedError('portal_unknown', 'This event did not come from a portal we know')
      await follow(event)
    },
    async idle() {
      while (begun.size) await Promise.all(begun)
    },
  }
}
