import { createMiddleware } from 'hono/factory'
import type { CardReference } from '../../contract/card.ts'
import type { Role } from '../../contract/codes.ts'
import { NotAllowedError } from '../errors.ts'
import type { ApiContext } from './api-context.ts'
import type { Viewer } from './session/bearer.ts'
import type { PortalRoom } from './session/portal-room.ts'

export interface SignedIn {
  Variables: { viewer: Viewer; room: PortalRoom }
}

/** Lets in who carries a session of ours. Throws NotAllowedError for everybody else. */
export function signedIn(context: ApiContext) {
  return createMiddleware<SignedIn>(async (call, next) => {
    const token = /^Bearer ([\w.-]+)$/.exec(call.req.header('authorization') ?? '')?.[1]
    if (!token) throw new NotAllowedError('not_signed_in', 'Open this page from a card of the portal')
    const viewer = await context.bearer.verify(token)
    await context.limits.take('call', `${viewer.memberId} ${viewer.userId}`)
    const room = await context.openRoom(viewer.memberId)
    if (!room) throw new NotAllowedError('not_installed', 'Reis is not set up in this portal (any more)')
    call.set('viewer', viewer)
    call.set('room', room)
    await next()
  })
}

/** A session is for the one card it was proved for. Throws NotAllowedError. */
export function requireCard(viewer: Viewer, card: CardReference): void {
  if (viewer.item?.kind !== card.kind || viewer.item.id !== card.id)
    throw new NotAllowedError('no_right', 'This session was opened for another card')
}

/** What concerns the whole portal is asked for on a page of its own, not from one card. Throws NotAllowedError. */
export function requirePage(viewer: Viewer): void {
  if (viewer.item !== null) throw new NotAllowedError('no_right', 'This session was opened for one card')
}

/** Lets in who has one of these roles. Throws NotAllowedError. */
export function requireRole(viewer: Viewer, ...roles: Role[]): void {
  if (!viewer.roles.some((role) => roles.includes(role)))
    throw new NotAllowedError('no_right', 'Your role does not open this')
}

/** The app's own page is for administrators. Throws NotAllowedError. */
export function requireAdmin(viewer: Viewer): void {
  if (!viewer.isAdmin || viewer.item !== null)
    throw new NotAllowedError('no_right', 'Only an administrator of the portal can set Reis up')
}
