import type { State } from '../state/state.ts'
import type { Caller } from './caller.ts'
import { RestError } from './errors.ts'

export const accessSeconds = 3600
export const refreshSeconds = 180 * 24 * 3600
const codeSeconds = 30

export interface IssuedToken {
  accessToken: string
  refreshToken: string
  /** Seconds. */
  expiresIn: number
  userId: number
}

export type Auth = ReturnType<typeof createAuth>

/** Tokens of the one application, each standing for one user. `now` is in milliseconds. */
export function createAuth(state: State, now: () => number, random: (length: number) => string) {
  function issue(userId: number): IssuedToken {
    const access = random(70)
    const refresh = random(70)
    state.tokens.add({
      access,
      refresh,
      userId,
      accessUntil: now() + accessSeconds * 1000,
      refreshUntil: now() + refreshSeconds * 1000,
    })
    return { accessToken: access, refreshToken: refresh, expiresIn: accessSeconds, userId }
  }

  return {
    issue,
    /** For an event: works an hour and cannot be refreshed. */
    issueAccess(userId: number): string {
      const access = random(70)
      const until = now() + accessSeconds * 1000
      state.tokens.add({ access, refresh: null, userId, accessUntil: until, refreshUntil: until })
      return access
    },
    /** Who holds this access token. Throws 401 for a stranger's or a stale one. */
    resolve(access: string): Caller {
      const app = state.app.get()
      const token = state.tokens.byAccess(access)
      if (!app || !token) throw new RestError(401, 'invalid_token', 'Unable to get application by token')
      if (token.isRetired || token.accessUntil <= now())
        throw new RestError(401, 'expired_token', 'The access token provided has expired.')
      if (state.people.get(token.userId)?.active !== true)
        throw new RestError(403, 'user_access_error', 'The user does not have access to the application.')
      return { kind: 'app', userId: token.userId, clientId: app.registration.clientId, scope: app.registration.scope }
    },
    /** Throws 403 for a wrong secret. */
    resolveWebhook(userId: number, code: string): Caller {
      if (!state.tokens.hasWebhook(userId, code) || state.people.get(userId)?.active !== true)
        throw new RestError(403, 'INVALID_CREDENTIALS', 'Invalid request credentials')
      return { kind: 'webhook', userId }
    },
    /** The access token has run out; its refresh token is still good. */
    expire: (access: string): void => state.tokens.expire(access, now()),
    /** Both tokens of the pair are forgotten. */
    revoke: (access: string): void => state.tokens.remove(access),
    issueCode(userId: number): string {
      const code = random(70)
      state.tokens.addCode(code, userId, now() + codeSeconds * 1000)
      return code
    },
    /** The first tokens for an authorization code, which works once and for half a minute. */
    exchange(code: string): IssuedToken {
      const taken = state.tokens.takeCode(code)
      if (!taken || taken.validUntil <= now()) throw new RestError(400, 'invalid_grant', 'Invalid authorization code')
      return issue(taken.userId)
    },
    /** A new pair for the old one; the old pair is dead from then on. */
    refresh(refresh: string): IssuedToken {
      const token = state.tokens.byRefresh(refresh)
      if (!token || token.isRetired || token.refreshUntil <= now())
        throw new RestError(400, 'invalid_grant', 'Invalid refresh token')
      state.tokens.retire(token.access)
      return issue(token.userId)
    },
  }
}
