import { NotAllowedError } from '../errors.ts'
import { refreshTokens, type OAuthSettings } from './oauth.ts'
import type { KnownPortal, TokenPair, TokenStorage } from './portal-client.ts'

export interface RenewalSettings {
  tokens: TokenStorage
  oauth: OAuthSettings
  /** Milliseconds. */
  now: () => number
}

export type RenewTokens = (portal: KnownPortal, userId: number, refusedAccessToken: string) => Promise<TokenPair>

/**
 * Renews a person's tokens, one request at a time for each: both tokens change at every refresh, so a second one in
 * flight would kill the first one's result. The new pair is stored before anybody uses it.
 */
export function createTokenRenewal({ tokens, oauth, now }: RenewalSettings): RenewTokens {
  const inFlight = new Map<string, Promise<TokenPair>>()

  const renew = async (portal: KnownPortal, userId: number, refused: string): Promise<TokenPair> => {
    const stored = await tokens.read(portal.memberId, userId)
    if (!stored) throw new NotAllowedError('session_expired', 'This person has to open the app again')
    // Somebody else has renewed it already, or the person has just opened a card.
    if (stored.accessToken !== refused && Date.parse(stored.expiresAt) > now()) return stored
    try {
      const fresh = await refreshTokens(portal.oauthEndpoint, stored.refreshToken, oauth, now())
      await tokens.save(portal.memberId, userId, fresh)
      return fresh
    } catch (error) {
      if (!(error instanceof NotAllowedError) || error.code !== 'session_expired') throw error
      await tokens.markGone(portal.memberId, userId, stored.refreshToken)
      // He may have opened a card while his old pair was being refused.
      const newer = await tokens.read(portal.memberId, userId)
      if (newer) return newer
      throw error
    }
  }

  return (portal, userId, refused) => {
    const key = `${portal.memberId} ${userId}`
    const running = inFlight.get(key)
    if (running) return running
    const started = renew(portal, userId, refused).finally(() => inFlight.delete(key))
    inFlight.set(key, started)
    return started
  }
}
