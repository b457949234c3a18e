import { randomBytes } from 'node:crypto'
import type { Desk, PortalApp } from './desk.ts'
import type { Person } from './person.ts'
import type { Language } from './words.ts'

export interface FrameOrder {
  viewer: Person
  language: Language
  /** The page's own host, as the browser names it: the SDK trusts no other. */
  domain: string
  isHttps: boolean
  placement: string
  placementId: string | undefined
  options: Record<string, unknown>
  /** Path and query of the page the application was opened from; undefined where the browser did not tell. */
  uri: string | undefined
}

/** Everything one opening of the application needs: the form, the frame's name, and what `getInitData` answers. */
export interface FrameTicket {
  sid: string
  name: string
  action: string
  origin: string
  fields: Record<string, string>
  initData: Record<string, unknown>
}

/** Why a frame cannot be opened. */
export class FrameRefused extends Error {
  readonly word: 'noApplication' | 'noPlacement' | 'notInstalled'

  constructor(word: 'noApplication' | 'noPlacement' | 'notInstalled') {
    super(word)
    this.word = word
  }
}

/** Hands out tokens of the signed-in person and a new sid for one opening. Throws FrameRefused. */
export function frameTicket(desk: Desk, asked: FrameOrder): FrameTicket {
  const app = desk.app()
  if (!app) throw new FrameRefused('noApplication')
  const order = byLink(desk, asked)
  const sid = randomBytes(16).toString('hex')
  const protocol = order.isHttps ? 1 : 0
  const handler = new URL(handlerOf(desk, app, order))
  const query = { DOMAIN: order.domain, PROTOCOL: String(protocol), LANG: order.language, APP_SID: sid }
  for (const [name, value] of Object.entries(query)) handler.searchParams.set(name, value)
  const options = withUri(order)
  const tokens = authFields(desk, order.viewer.id)
  return {
    sid,
    name: `${order.domain}|${protocol}|${sid}`,
    action: handler.href,
    origin: handler.origin,
    fields: {
      AUTH_ID: tokens.AUTH_ID,
      AUTH_EXPIRES: String(tokens.AUTH_EXPIRES),
      REFRESH_ID: tokens.REFRESH_ID,
      SERVER_ENDPOINT: desk.serverEndpoint,
      APPLICATION_TOKEN: app.applicationToken,
      APPLICATION_SCOPE: app.scope.join(','),
      member_id: desk.memberId,
      status: 'L',
      PLACEMENT: order.placement,
      PLACEMENT_OPTIONS: JSON.stringify(options),
    },
    initData: {
      LANG: order.language,
      DOMAIN: order.domain,
      PROTOCOL: protocol,
      PATH: '/rest',
      ...tokens,
      MEMBER_ID: desk.memberId,
      FIRST_RUN: app.firstRun,
      IS_ADMIN: order.viewer.isAdmin,
      INSTALL: !app.isInstalled && order.viewer.isAdmin,
      USER_OPTIONS: desk.options(order.viewer.id),
      APP_OPTIONS: desk.options(null),
      PLACEMENT: order.placement,
      PLACEMENT_OPTIONS: options,
    },
  }
}

/** A link names the application alone: it opens the one handler bound for links, or else the main page. */
function byLink(desk: Desk, order: FrameOrder): FrameOrder {
  if (order.placement !== 'REST_APP_URI') return order
  const [bound] = desk.placements('REST_APP_URI')
  return bound ? { ...order, placementId: bound.id } : { ...order, placement: 'DEFAULT' }
}

/** The portal adds `URI` to every placement's options, and never over a value that is there. */
function withUri({ options, uri }: FrameOrder): Record<string, unknown> {
  return uri === undefined || 'URI' in options ? options : { ...options, URI: uri }
}

/** Fresh tokens in the spelling of the frame protocol. */
export function authFields(desk: Desk, userId: number): { AUTH_ID: string; AUTH_EXPIRES: number; REFRESH_ID: string } {
  const tokens = desk.issueToken(userId)
  return { AUTH_ID: tokens.accessToken, AUTH_EXPIRES: tokens.expiresIn, REFRESH_ID: tokens.refreshToken }
}

/** Until the installation is finished, only an administrator gets through, and only to the install page. */
function handlerOf(desk: Desk, app: PortalApp, order: FrameOrder): string {
  if (!app.isInstalled) {
    if (order.placement !== 'DEFAULT' || !order.viewer.isAdmin) throw new FrameRefused('notInstalled')
    return app.installUrl
  }
  if (order.placement === 'DEFAULT') return app.handlerUrl
  const bound = order.placementId === undefined ? undefined : desk.placement(order.placementId)
  if (!bound || bound.code !== order.placement) throw new FrameRefused('noPlacement')
  return bound.handler
}
