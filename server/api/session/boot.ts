import type { ProblemCode } from '../../../contract/problem.ts'
import type { Boot } from '../../../contract/session.ts'
import { NotAllowedError, PortalError, problemOf } from '../../errors.ts'
import type { ApiContext } from '../api-context.ts'
import { openAdminSession, openSession, type SessionSettings } from './open-session.ts'
import type { PortalRoom } from './portal-room.ts'
import type { Posted } from './posted.ts'
import { standingOf } from './standing.ts'
import { WIDGET_BOOTS } from './widget-boots.ts'

/** The portal was asked about a token and did not know it. */
const REFUSED_TOKEN: ProblemCode[] = ['not_signed_in', 'session_expired']

/**
 * What a widget starts from. Never rejects: whatever goes wrong is a refusal the widget can put into words.
 * `caller` is the address it was posted from: tokens the portal refuses cost it a call each, so nobody may try many.
 */
export async function boot(context: ApiContext, posted: Posted, widget: string, caller: string): Promise<Boot> {
  try {
    await context.limits.check('refusal', caller)
    await context.limits.take('post', caller)
    const room = await context.openRoom(posted.memberId)
    if (!room) throw new NotAllowedError('portal_unknown', 'This portal is not connected to Reis')
    return widget === 'install'
      ? await bootInstall(context, room, posted)
      : await bootWidget(context, room, posted, widget)
  } catch (error) {
    const { problem } = problemOf(error)
    if (REFUSED_TOKEN.includes(problem.code)) await context.limits.take('refusal', caller).catch(() => undefined)
    if (problem.code === 'unexpected' || error instanceof PortalError) context.report(error, `boot of ${widget}`)
    return { state: 'refused', problem }
  }
}

async function bootWidget(context: ApiContext, room: PortalRoom, posted: Posted, widget: string): Promise<Boot> {
  const first = Object.hasOwn(WIDGET_BOOTS, widget) ? WIDGET_BOOTS[widget] : undefined
  if (!first) throw new NotAllowedError('no_right', 'This widget does not open in this place')
  const standing = standingOf(room, posted, widget)
  const opened = await openSession(room, posted, standing, settingsOf(context))
  return first({ context, room, posted, ...standing, ...opened })
}

async function bootInstall(context: ApiContext, room: PortalRoom, posted: Posted): Promise<Boot> {
  const { session } = await openAdminSession(room, posted, settingsOf(context))
  return { state: 'install', session, install: await context.install.state(room.memberId) }
}

export function settingsOf({ now, clientId, bearer, proofLimitMs }: ApiContext): SessionSettings {
  return { now, clientId, bearer, proofLimitMs }
}
