import type { Boot } from '../../../contract/session.ts'
import { NotAllowedError, PortalError, problemOf } from '../../errors.ts'
import type { ApiContext } from '../api-context.ts'
import { openAdminSession, openSession, type SessionSettings } from './open-session.ts'
import type { PortalRoom } from './portal-room.ts'
import type { Posted } from './posted.ts'
import { standingOf } from './standing.ts'
import { WIDGET_BOOTS } from './widget-boots.ts'

/** What a widget starts from. Never rejects: whatever goes wrong is a refusal the widget can put into words. */
export async function boot(context: ApiContext, posted: Posted, widget: string): Promise<Boot> {
  try {
    const room = await context.openRoom(posted.memberId)
    if (!room) throw new NotAllowedError('portal_unknown', 'This portal is not connected to Reis')
    return widget === 'install'
      ? await bootInstall(context, room, posted)
      : await bootWidget(context, room, posted, widget)
  } catch (error) {
    const { problem } = problemOf(error)
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
