import type { Boot } from '../../../contract/session.ts'
import { NotAllowedError, PortalError, problemOf } from '../../errors.ts'
import { readLoadRow } from '../../store/load-reader.ts'
import type { ApiContext } from '../api-context.ts'
import { carriersFor } from '../carriers.get.ts'
import { cardOf, openAdminSession, openSession, type Card, type SessionSettings } from './open-session.ts'
import type { PortalRoom } from './portal-room.ts'
import type { Posted } from './posted.ts'
import { withinLimit } from './time-limit.ts'

/** What a widget starts from. Never rejects: whatever goes wrong is a refusal the widget can put into words. */
export async function boot(context: ApiContext, posted: Posted, widget: string): Promise<Boot> {
  try {
    const room = await context.openRoom(posted.memberId)
    if (!room) throw new NotAllowedError('portal_unknown', 'This portal is not connected to Reis')
    return widget === 'install'
      ? await bootInstall(context, room, posted)
      : await bootCard(context, room, posted, widget)
  } catch (error) {
    const { problem } = problemOf(error)
    if (problem.code === 'unexpected' || error instanceof PortalError) context.report(error, `boot of ${widget}`)
    return { state: 'refused', problem }
  }
}

async function bootCard(context: ApiContext, room: PortalRoom, posted: Posted, widget: string): Promise<Boot> {
  const card = cardOf(room, posted, widget)
  const { viewer, session, stale } = await openSession(room, posted, card, settingsOf(context))
  await fetchIfMissing(context, room, posted, card)
  const load = { kind: card.kind, id: card.id }
  return { state: 'carriers', session, answer: await carriersFor(context, room, viewer, load, stale) }
}

async function bootInstall(context: ApiContext, room: PortalRoom, posted: Posted): Promise<Boot> {
  const { session } = await openAdminSession(room, posted, settingsOf(context))
  return { state: 'install', session, install: await context.install.state(room.memberId) }
}

/** A card proved a while ago that the copy has lost since (or never had): read once, with the viewer's own rights. */
async function fetchIfMissing(context: ApiContext, room: PortalRoom, posted: Posted, card: Card): Promise<void> {
  if (await readLoadRow(room.store, card.kind, card.id)) return
  const client = room.clients.forPostedToken(room.portal, posted.accessToken)
  const answer = client.call<{ item: Record<string, unknown> }>('crm.item.get', {
    entityTypeId: card.entityTypeId,
    id: card.id,
    useOriginalUfNames: 'Y',
  })
  const { result } = await withinLimit(answer, context.proofLimitMs)
  await room.takeOver(card.kind, result.item)
}

export function settingsOf({ now, clientId, bearer, proofLimitMs }: ApiContext): SessionSettings {
  return { now, clientId, bearer, proofLimitMs }
}
