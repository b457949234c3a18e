import { AxiosError, create } from 'axios'
import { NotAllowedError, PortalError } from '../errors.ts'
import type { TokenPair } from './portal-client.ts'

export interface OAuthSettings {
  clientId: string
  clientSecret: string
  /** OAuth servers that may be sent a secret or asked about a token; with trailing slash. */
  oauthEndpoints: readonly string[]
}

const TIMEOUT_MS = 30_000
const http = create({ timeout: TIMEOUT_MS, maxRedirects: 0, validateStatus: () => true })

/** The endpoint as the allowlist spells it. Throws NotAllowedError('portal_unknown') for any other host. */
export function allowedEndpoint(endpoint: string, settings: Pick<OAuthSettings, 'oauthEndpoints'>): string {
  const wanted = withSlash(endpoint)
  const found = settings.oauthEndpoints.find((allowed) => withSlash(allowed) === wanted)
  if (!found) throw new NotAllowedError('portal_unknown', 'This authorization server is not one we know')
  return withSlash(found)
}

function withSlash(endpoint: string): string {
  return endpoint.endsWith('/') ? endpoint : `${endpoint}/`
}

/**
 * Exchanges a refresh token for a new pair; the old pair is dead as soon as the server has answered.
 * Errors: NotAllowedError('session_expired') when the server refuses for good, PortalError when it did not answer.
 */
export async function refreshTokens(
  oauthEndpoint: string,
  refreshToken: string,
  settings: OAuthSettings,
  now: number,
): Promise<TokenPair> {
  const address = allowedEndpoint(oauthEndpoint, settings).replace(/\/rest\/$/, '/oauth/token/')
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: settings.clientId,
    client_secret: settings.clientSecret,
    refresh_token: refreshToken,
  })
  const { status, data } = await ask('oauth.token', () => http.post<unknown>(address, form))
  const answer = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>
  const error = typeof answer.error === 'string' ? answer.error : null
  if (status >= 500 || status === 429) throw new PortalError('oauth.token', error ?? '', status, { retryable: true })
  // A wrong client secret or an unpaid app is our own trouble, not the person's: his tokens stay.
  if (error && ['invalid_client', 'PAYMENT_REQUIRED', 'invalid_request'].includes(error))
    throw new PortalError('oauth.token', error, status, { retryable: false })
  const { access_token: access, refresh_token: refresh } = answer
  if (error || typeof access !== 'string' || typeof refresh !== 'string')
    throw new NotAllowedError('session_expired', 'The portal no longer accepts this sign-in')
  const expires = Number(answer.expires)
  const lifetimeMs = (Number(answer.expires_in) || 3600) * 1000
  const expiresAt = new Date(Number.isFinite(expires) && expires > 0 ? expires * 1000 : now + lifetimeMs)
  return { accessToken: access, refreshToken: refresh, expiresAt: expiresAt.toISOString() }
}

/** What the OAuth server itself says a token belongs to; no portal can answer for another one here. */
export interface TokenOrigin {
  memberId: string
  /** Ends with `/rest/`. */
  clientEndpoint: string
  /** null where the server does not tell it. */
  clientId: string | null
}

/** Asks the OAuth server which portal a token was issued for. Throws NotAllowedError('portal_unknown') when it does not know it. */
export async function originOfToken(
  oauthEndpoint: string,
  accessToken: string,
  settings: Pick<OAuthSettings, 'oauthEndpoints'>,
): Promise<TokenOrigin> {
  const address = `${allowedEndpoint(oauthEndpoint, settings)}app.info`
  const { status, data } = await ask('oauth.app.info', () =>
    http.post<unknown>(address, new URLSearchParams({ auth: accessToken })),
  )
  if (status >= 500) throw new PortalError('oauth.app.info', '', status, { retryable: true })
  const result = level(level(data).result)
  // Older answers keep the portal's part one level down.
  const told = { ...level(result.install), ...result }
  const { member_id: memberId, client_endpoint: endpoint } = told
  if (typeof memberId !== 'string' || typeof endpoint !== 'string' || !/^https?:\/\/[^/?#]+\/rest\/?$/.test(endpoint))
    throw new NotAllowedError('portal_unknown', 'The authorization server does not know this token')
  const clientId = typeof told.client_id === 'string' ? told.client_id : null
  return { memberId, clientEndpoint: withSlash(endpoint), clientId }
}

function level(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

async function ask<Answer>(method: string, send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send()
  } catch (error) {
    // The cause would carry the request, and with it the secret.
    const code = error instanceof AxiosError ? (error.code ?? '') : ''
    throw new PortalError(method, code, 0, { retryable: true })
  }
}
