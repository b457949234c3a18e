import { Hono } from 'hono'
import { offerInput, type OfferInput } from '../../contract/actions.ts'
import type { Write } from '../../contract/write.ts'
import { InvalidInputError, NotFoundError } from '../errors.ts'
import { addAttempt, findAttempt } from '../store/attempts.ts'
import { readCompanyTitles } from '../store/candidates.ts'
import { readLoadRow } from '../store/load-reader.ts'
import { acceptChain, findChain, readWrite } from '../store/outbox.ts'
import { readSetting } from '../store/settings.ts'
import type { ApiContext } from './api-context.ts'
import { offersOnLoad } from './carriers/offers-on-load.ts'
import { NOTICE_SETTINGS } from './offers/notice.ts'
import { offerSteps } from './offers/offer-chain.ts'
import type { Viewer } from './session/bearer.ts'
import type { PortalRoom } from './session/portal-room.ts'
import { requireCard, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/** `POST /api/offers`: accepts an offer with everything that follows from it. The same key again is the same offer. */
export function offersPost(context: ApiContext) {
  return new Hono().post('/api/offers', signedIn(context), validated('json', offerInput), async (call) => {
    const input = call.req.valid('json')
    const { viewer, room } = call.var
    requireCard(viewer, input.load)
    const known = await findChain(room.store, input.key)
    if (known) {
      if (known.userId !== viewer.userId || known.kind !== 'offer' || known.companyId !== input.companyId)
        throw new InvalidInputError('This key was used for something else', [{ path: 'key', message: 'already used' }])
      return call.json(await readWrite(room.store, known))
    }
    return call.json(await accept(context, room, viewer, input), 202)
  })
}

async function accept(context: ApiContext, room: PortalRoom, viewer: Viewer, input: OfferInput): Promise<Write> {
  const { store } = room
  const { kind, id } = input.load
  const row = await readLoadRow(store, kind, id)
  if (!row) throw new NotFoundError('This load is not in our copy of the portal')
  if (row.semantics !== 'P') throw new NotFoundError('This load is closed: offers are no longer taken', 'load_closed')
  const companyName = (await readCompanyTitles(store, [input.companyId])).get(input.companyId)
  if (companyName === undefined) throw new NotFoundError('There is no such company in the portal')
  const setting = await readSetting(store, 'offerNotice')
  const steps = offerSteps(input, {
    row,
    companyName,
    timeZone: (row.fromPlaceId === null ? null : context.gazetteer.byId(row.fromPlaceId)?.timeZone) ?? null,
    byUserId: viewer.userId,
    setting: NOTICE_SETTINGS.find((one) => one === setting) ?? 'first',
    earlier: [...(await offersOnLoad(store, kind, id)).values()].flat().flatMap((offer) => offer.rate ?? []),
    loadPath: `/crm/type/${room.map()?.processes[kind].entityTypeId}/details/${id}/`,
  })
  const at = new Date(context.now()).toISOString()
  const chain = {
    key: input.key,
    kind: 'offer',
    userId: viewer.userId,
    input,
    loadKind: kind,
    loadId: id,
    companyId: input.companyId,
    acceptedAt: at,
    steps,
  }
  await acceptChain(store, chain, (transaction) =>
    addAttempt(transaction, {
      key: input.key,
      loadKind: kind,
      loadId: id,
      companyId: input.companyId,
      result: 'offered',
      byUserId: viewer.userId,
      at,
      until: null,
      freePlaceText: null,
      freePlaceId: null,
      comment: input.comment,
    }),
  )
  const write = await readWrite(store, (await findChain(store, input.key))!)
  const pressed = await findAttempt(store, input.key)
  if (pressed) room.live.publish(kind, id, { kind: 'attempt', attempt: pressed.attempt })
  room.live.publish(kind, id, { kind: 'write', companyId: input.companyId, write })
  room.wakeOutbox()
  return write
}
