import { ApiVersion, B24OAuth, EnumAppStatus, type RestrictionParams } from '@bitrix24/b24jssdk'
import type { KnownPortal, TokenPair } from './portal-client.ts'

/** The portal gives up on a request after 60 seconds; whoever stops listening earlier cannot know what it did. */
export const ANSWER_TIMEOUT_MS = 65_000

/**
 * The SDK's own limits opened wide and its retries switched off: the portal counts calls per portal, so one limiter
 * of ours stands in front, and a repeated write is the outbox's decision alone.
 */
const WIDE_OPEN: Partial<RestrictionParams> = {
  rateLimit: { burstLimit: 1_000_000, drainRate: 1_000_000, adaptiveEnabled: false },
  operatingLimit: { windowMs: 600_000, limitMs: 1e12, heavyPercent: 100 },
  adaptiveConfig: { enabled: false, thresholdPercent: 100, coefficient: 0, maxDelay: 0 },
  maxRetries: 1,
  retryOnNetworkError: false,
}

/**
 * Unix seconds. Whether a token is over the portal says, not the SDK's own clock: asking first saves nothing, and two
 * clocks disagree.
 */
const NEVER = 32_503_680_000

/** What the SDK calls when the portal says the token is stale; given the access token that was refused. */
export type Renew = (refusedAccessToken: string) => Promise<TokenPair>

/** One person's SDK client. Calls go to the portal's stored endpoint, redirects are not followed. */
export function createSdkClient(
  portal: KnownPortal,
  userId: number,
  tokens: TokenPair,
  app: { clientId: string; clientSecret: string },
  renew: Renew,
  timeoutMs = ANSWER_TIMEOUT_MS,
): B24OAuth {
  let held = tokens
  const client = new B24OAuth(
    {
      applicationToken: portal.applicationToken ?? '',
      userId,
      memberId: portal.memberId,
      accessToken: tokens.accessToken,
      refreshToken: tokens.refreshToken,
      expires: NEVER,
      expiresIn: 3600,
      scope: '',
      domain: new URL(portal.clientEndpoint).host,
      // With its trailing slash the SDK would ask for `/rest//method`.
      clientEndpoint: portal.clientEndpoint.replace(/\/$/, ''),
      serverEndpoint: portal.oauthEndpoint,
      status: EnumAppStatus.Local,
    },
    app,
    { restrictionParams: WIDE_OPEN },
  )
  client.setCustomRefreshAuth(async () => {
    held = await renew(held.accessToken)
    return {
      access_token: held.accessToken,
      refresh_token: held.refreshToken,
      expires: String(NEVER),
      expires_in: '3600',
      client_endpoint: portal.clientEndpoint,
      server_endpoint: portal.oauthEndpoint,
      member_id: portal.memberId,
      scope: '',
      status: 'L',
      domain: '',
    }
  })
  const http = client.getHttpClient(ApiVersion.v2).ajaxClient
  http.defaults.timeout = timeoutMs
  http.defaults.maxRedirects = 0
  return client
}
