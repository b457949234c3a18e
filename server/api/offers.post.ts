import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { offerInput, type OfferInput } from '../../contract/actions.ts'
import type { Write } from '../../contract/write.ts'
import { InvalidInputError, NotFoundError } from '../errors.ts'
import { addAttempt, findAttempt } from '../store/attempts.ts'
import { readCompanyTitles } from '../store/candidates.ts'
import { readLoadRow } from '../store/load-reader.ts'
import { acceptChain, findChain, readWrite, type ChainRow } from '../store/outbox.ts'
import { isCarrier } from '../store/phones.ts'
import { readChosen } from '../store/chosen-settings.ts'
import { readToldLanguages } from '../store/person-languages.ts'
import { readPortalLanguage } from '../store/portal-language.ts'
import { withSealedPapers } from '../store/sealed-papers.ts'
import type { ApiContext } from './api-context.ts'
import { offersOnLoad } from './carriers/offers-on-load.ts'
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
    if (known) return call.json(await sameOffer(room, known, viewer, input))
    // An attempt keeps its key, too.
    if (await findAttempt(room.store, input.key)) {
      // The same press came twice at once, and the other one was accepted between these two looks.
      const meanwhile = await findChain(room.store, input.key)
      if (!meanwhile) throw usedKey()
      return call.json(await sameOffer(room, meanwhile, viewer, input))
    }
    const write = await accept(context, room, viewer, input)
    if (write) return call.json(write, 202)
    // The same press came twice at once, and the other one was first.
    return call.json(await sameOffer(room, (await findChain(room.store, input.key))!, viewer, input))
  })
}

/** What stands under the key, if it is this very offer. Another price under an old key must not be lost silently. */
async function sameOffer(room: PortalRoom, known: ChainRow, viewer: Viewer, input: OfferInput): Promise<Write> {
  if (known.userId !== viewer.userId || known.kind !== 'offer' || pressedOf(known) !== markOf(input)) throw usedKey()
  return readWrite(room.store, known)
}

/** Tells one press from another and keeps nothing of what was said: a driver’s number is in it. */
function markOf(input: OfferInput): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex')
}

const pressedOf = (chain: ChainRow) => (JSON.parse(chain.input) as { pressed?: unknown }).pressed

function usedKey(): InvalidInputError {
  return new InvalidInputError('This key was used for something else', [{ path: 'key', message: 'already used' }])
}

/** null when a chain with this key was accepted meanwhile. */
async function accept(context: ApiContext, room: PortalRoom, viewer: Viewer, input: OfferInput): Promise<Write | null> {
  const { store } = room
  const { kind, id } = input.load
  const row = await readLoadRow(store, kind, id)
  if (!row) throw new NotFoundError('This load is not in our copy of the portal')
  if (row.semantics !== 'P') throw new NotFoundError('This load is closed: offers are no longer taken', 'load_closed')
  const companyName = (await readCompanyTitles(store, [input.companyId])).get(input.companyId)
  // A client is no carrier: under an offer his name and number would be open to everybody.
  if (companyName === undefined || !(await isCarrier(store, input.companyId)))
    throw new NotFoundError('There is no such carrier in the portal')
  const steps = offerSteps(input, {
    row,
    companyName,
    timeZone: (row.fromPlaceId === null ? null : context.gazetteer.byId(row.fromPlaceId)?.timeZone) ?? null,
    byUserId: viewer.userId,
    language: await readPortalLanguage(store),
    languageOf: await readToldLanguages(store, [row.managerId ?? row.assignedById ?? viewer.userId]),
    setting: await readChosen(store, 'offerNotice'),
    earlier: [...(await offersOnLoad(store, kind, id)).values()].flat().flatMap((offer) => offer.rate ?? []),
    loadPath: `/crm/type/${room.map()?.processes[kind].entityTypeId}/details/${id}/`,
  })
  const at = new Date(context.now()).toISOString()
  const chain = {
    key: input.key,
    kind: 'offer',
    userId: viewer.userId,
    input: { rate: input.rate, vat: input.vat, pressed: markOf(input) },
    loadKind: kind,
    loadId: id,
    companyId: input.companyId,
    acceptedAt: at,
    steps: withSealedPapers(steps, room.seal),
  }
  const isNew = await acceptChain(store, chain, (transaction) =>
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
  if (!isNew) return null
  const write = await readWrite(store, (await findChain(store, input.key))!)
  const pressed = await findAttempt(store, input.key)
  if (pressed) room.live.publish(kind, id, { kind: 'attempt', attempt: pressed.attempt })
  room.live.publish(kind, id, { kind: 'write', companyId: input.companyId, write })
  room.wakeOutbox()
  return write
}
