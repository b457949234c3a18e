import { timingSafeEqual } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Portal } from '../portal.ts'
import { errorBody, toRestError } from '../rules/answer.ts'
import type { IssuedToken } from '../rules/auth.ts'
import { RestError } from '../rules/errors.ts'
import { toText, type Params } from '../rules/params.ts'
import { readParams } from './body.ts'
import { cut } from './cut.ts'

/** The vendor's authorization server, played by the portal itself under `/oauth-server`. */
export function oauthRoutes(
  portal: Portal,
  delay: (milliseconds: number) => Promise<void>,
): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()

  app.use('/oauth-server/*', async (context, next) => {
    const name = context.req.path.includes('/oauth/token') ? 'oauth.token' : 'oauth.app.info'
    const trouble = portal.faults.request.befall([name])
    if (trouble.isCut) return cut(context)
    const { refusal } = trouble
    if (refusal === null || refusal.effect) await next()
    await delay(trouble.latencyMs)
    if (name === 'oauth.token' && portal.faults.request.losesAnswer([name])) return cut(context)
    if (refusal === null) return
    context.res = undefined
    context.res = context.json(errorBody(refusal.error), refusal.error.status as 500)
  })

  // Who is signed in is said by the cookie of the portal's pages; without it, it is the first administrator.
  app.get('/oauth/authorize/', (context) => {
    const registration = portal.app?.registration
    if (!registration || context.req.query('client_id') !== registration.clientId)
      return context.json(errorBody(new RestError(400, 'invalid_client', 'Unknown application')), 400)
    const asked = Number(getCookie(context, 'sandbox_user'))
    const user = portal.users.get(asked) ?? portal.users.list().find((person) => person.isAdmin)
    if (!user?.active) return context.json(errorBody(new RestError(403, 'user_access_error', 'No such user')), 403)
    const target = new URL(registration.handlerUrl)
    target.searchParams.set('code', portal.auth.issueCode(user.id))
    target.searchParams.set('state', context.req.query('state') ?? '')
    target.searchParams.set('domain', portal.url.replace(/^https?:\/\//, ''))
    target.searchParams.set('member_id', portal.memberId)
    target.searchParams.set('scope', registration.scope.join(','))
    target.searchParams.set('server_domain', portal.url.replace(/^https?:\/\//, ''))
    return context.redirect(target.href)
  })

  app.on(['GET', 'POST'], '/oauth-server/oauth/token/', async (context) => {
    const params = await readParams(context.req)
    try {
      checkClient(portal, params)
      return context.json(tokenAnswer(portal, grant(portal, params)))
    } catch (error) {
      const refusal = toRestError(error)
      return context.json(errorBody(refusal), refusal.status as 400)
    }
  })

  app.on(['GET', 'POST'], ['/oauth-server/rest/app.info', '/oauth-server/rest/app.info.json'], async (context) => {
    const params = await readParams(context.req)
    try {
      const caller = portal.auth.resolve(toText(params['auth']))
      return context.json({ result: appAnswer(portal, caller.userId, toText(params['auth'])) })
    } catch (error) {
      const refusal = toRestError(error)
      return context.json(errorBody(refusal), refusal.status as 401)
    }
  })

  return app
}

function checkClient(portal: Portal, params: Params): void {
  const registration = portal.app?.registration
  const isKnown =
    registration !== undefined &&
    toText(params['client_id']) === registration.clientId &&
    isSameSecret(toText(params['client_secret']), registration.clientSecret)
  if (!isKnown) throw new RestError(401, 'invalid_client', 'Invalid client credentials')
}

function isSameSecret(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function grant(portal: Portal, params: Params): IssuedToken {
  const type = toText(params['grant_type'])
  if (type === 'authorization_code') return portal.auth.exchange(toText(params['code']))
  if (type === 'refresh_token') {
    if (portal.faults.strike('refresh-refused', ['oauth.token']))
      throw new RestError(400, 'invalid_grant', 'Invalid refresh token')
    return portal.auth.refresh(toText(params['refresh_token']))
  }
  throw new RestError(400, 'invalid_request', 'Unknown grant type')
}

/** `domain` is the authorization server's; the portal is in `client_endpoint`. */
function tokenAnswer(portal: Portal, token: IssuedToken): Record<string, unknown> {
  return {
    access_token: token.accessToken,
    expires: Math.floor(portal.now() / 1000) + token.expiresIn,
    expires_in: token.expiresIn,
    scope: portal.app?.registration.scope.join(',') ?? '',
    domain: 'oauth.sandbox',
    server_endpoint: `${portal.url}/oauth-server/rest/`,
    status: 'L',
    client_endpoint: `${portal.url}/rest/`,
    member_id: portal.memberId,
    user_id: token.userId,
    refresh_token: token.refreshToken,
  }
}

function appAnswer(portal: Portal, userId: number, access: string): Record<string, unknown> {
  const app = portal.app
  const token = portal.state.tokens.byAccess(access)
  return {
    client_id: app?.registration.clientId ?? '',
    scope: app?.registration.scope.join(',') ?? '',
    expires: Math.floor((token?.accessUntil ?? 0) / 1000),
    user_id: userId,
    install: {
      installed: app?.installed === true,
      version: 1,
      status: 'L',
      date_finish: null,
      scope: app?.registration.scope.join(',') ?? '',
      client_endpoint: `${portal.url}/rest/`,
      member_id: portal.memberId,
      member_type: 'B',
      language: portal.language,
    },
  }
}
