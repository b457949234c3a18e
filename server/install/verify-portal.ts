import { NotAllowedError } from '../errors.ts'
import { allowedEndpoint, originOfToken, type OAuthSettings } from '../portal/oauth.ts'
import type { KnownPortal, PortalClients, TokenStorage } from '../portal/portal-client.ts'
import type { Registry } from '../store/database.ts'
import { findPortal, savePortal } from '../store/portals.ts'

/** What an administrator's browser posts when it opens the app in a portal we have not fitted yet. All of it is claims. */
export interface FirstContact {
  memberId: string
  accessToken: string
  refreshToken: string
  /** Seconds. */
  expiresIn: number
  serverEndpoint: string
  applicationToken: string | null
}

export interface VerifySettings {
  registry: Registry
  tokens: TokenStorage
  clients: PortalClients
  oauth: OAuthSettings
  /** Milliseconds. */
  now: () => number
}

/**
 * Enters a portal that proves itself: an authorization server of our list says which portal the token was issued for
 * and where it lives; only that is stored. The portal itself must call the person an administrator.
 * Errors: NotAllowedError (`portal_unknown`, `no_right`, `session_expired`), PortalError.
 */
export async function verifyPortal(contact: FirstContact, settings: VerifySettings): Promise<KnownPortal> {
  const { registry, tokens, clients, oauth, now } = settings
  const oauthEndpoint = allowedEndpoint(contact.serverEndpoint, oauth)
  const origin = await originOfToken(oauthEndpoint, contact.accessToken, oauth)
  if (origin.memberId !== contact.memberId || (origin.clientId !== null && origin.clientId !== oauth.clientId))
    throw new NotAllowedError('portal_unknown', 'The token was not issued for this app in this portal')

  const known = await findPortal(registry, contact.memberId)
  if (known && known.state !== 'removed' && known.clientEndpoint !== origin.clientEndpoint)
    throw new NotAllowedError('portal_unknown', 'This portal is known at another address')

  const portal: KnownPortal = {
    memberId: origin.memberId,
    clientEndpoint: origin.clientEndpoint,
    oauthEndpoint,
    origin: new URL(origin.clientEndpoint).origin,
    applicationToken: contact.applicationToken,
    installedByUserId: 0,
    state: 'installing',
  }
  portal.installedByUserId = await administratorOf(clients, portal, contact.accessToken)

  const at = new Date(now()).toISOString()
  const { state: _state, ...facts } = portal
  await savePortal(registry, facts, at)
  await tokens.save(portal.memberId, portal.installedByUserId, {
    accessToken: contact.accessToken,
    refreshToken: contact.refreshToken,
    expiresAt: new Date(now() + contact.expiresIn * 1000).toISOString(),
  })
  return (await findPortal(registry, portal.memberId)) ?? portal
}

async function administratorOf(clients: PortalClients, portal: KnownPortal, accessToken: string): Promise<number> {
  const { result } = await clients
    .forPostedToken(portal, accessToken)
    .call<{ ID?: unknown; ADMIN?: unknown }>('profile')
  const userId = Number(result?.ID)
  if (!Number.isInteger(userId) || userId <= 0)
    throw new NotAllowedError('portal_unknown', 'The portal does not say whose token this is')
  if (result?.ADMIN !== true) throw new NotAllowedError('no_right', 'Only an administrator of the portal may install')
  return userId
}
