import { createHash } from 'node:crypto'
import type { CaptureInput, Captured } from '../../../contract/capture.ts'
import type { Write } from '../../../contract/write.ts'
import { InvalidInputError, NotFoundError } from '../../errors.ts'
import { DEFAULT_TIME_ZONE } from '../../match/days.ts'
import { addAttempt, findAttempt, type AttemptRow } from '../../store/attempts.ts'
import { readCarrierBases, readCompanyTitles } from '../../store/candidates.ts'
import { readChosen } from '../../store/chosen-settings.ts'
import { dropCaptureDraft } from '../../store/capture-drafts.ts'
import { countTripsUnderWay } from '../../store/carrier-offers.ts'
import { readLoadRow } from '../../store/load-reader.ts'
import { acceptChain, findChain, readWrite, type ChainRow } from '../../store/outbox.ts'
import { readToldLanguages } from '../../store/person-languages.ts'
import { isCarrier } from '../../store/phones.ts'
import { readPortalLanguage } from '../../store/portal-language.ts'
import { withSealedPapers } from '../../store/sealed-papers.ts'
import type { LoadRow } from '../../store/schema.ts'
import type { ApiContext } from '../api-context.ts'
import { offersOnLoad } from '../carriers/offers-on-load.ts'
import type { Viewer } from '../session/bearer.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { callerAt } from './caller.ts'
import { capturePlace } from './capture-place.ts'
import { chainOfCapture, type CaptureFacts } from './chain-of-capture.ts'
import { checkedCapture } from './checked-capture.ts'
import { headsToAlarm } from './heads-of.ts'
import { offerOfCapture } from './offer-of-capture.ts'
import { todayIn } from './today.ts'

/**
 * Accepts a press of the Carrier form whole, with everything that follows from it. The same key again is the same press.
 * What a process of the portal asks for is written by the app where the person it names is not signed in.
 * Errors: InvalidInputError, NotFoundError.
 */
export async function acceptCapture(
  context: ApiContext,
  room: PortalRoom,
  viewer: Viewer,
  given: CaptureInput,
  from: 'person' | 'process' = 'person',
): Promise<{ write: Write; isNew: boolean }> {
  const known = await findChain(room.store, given.key)
  if (known) return { write: await sameCapture(room, known, viewer, given), isNew: false }
  if (await findAttempt(room.store, given.key)) {
    // The same press came twice at once, and the other one was accepted between these two looks.
    const meanwhile = await findChain(room.store, given.key)
    if (!meanwhile) throw usedKey()
    return { write: await sameCapture(room, meanwhile, viewer, given), isNew: false }
  }
  const input = checkedCapture(given, todayIn(DEFAULT_TIME_ZONE, context.now()))
  const facts = await gather(context, room, viewer, input)
  const at = new Date(context.now()).toISOString()
  const { what } = input
  const load = facts.load && { kind: facts.load.kind, id: facts.load.id }
  const offer = 'rate' in what && facts.load ? offerOfCapture(what, facts, { id: facts.companyId ?? 1 }) : null
  const chain = {
    key: input.key,
    // An offer is shown on its load by whoever shows offers, wherever it was captured.
    kind: offer ? 'offer' : 'capture',
    userId: viewer.userId,
    input: {
      ...(offer && { rate: offer.rate, vat: offer.vat }),
      pressed: markOf(given),
      ...(from === 'process' && { ofProcess: 1 }),
    },
    loadKind: load?.kind ?? null,
    loadId: load?.id ?? null,
    companyId: facts.companyId,
    acceptedAt: at,
    steps: withSealedPapers(chainOfCapture(input, facts), room.seal),
  }
  const attempt = attemptOf(context, input, facts, at, viewer.userId)
  const place = capturePlace(viewer, input.callId)
  const isNew = await acceptChain(room.store, chain, async (transaction) => {
    if (attempt) await addAttempt(transaction, attempt)
    await dropCaptureDraft(transaction, { userId: viewer.userId, place, at })
  })
  const row = (await findChain(room.store, input.key))!
  if (!isNew) return { write: await sameCapture(room, row, viewer, given), isNew: false }
  const write = await readWrite(room.store, row)
  await tellWatchers(room, load, facts.companyId, input.key, write)
  room.wakeOutbox()
  return { write, isNew: true }
}

/** What stands under the key, if it is this very press. */
async function sameCapture(room: PortalRoom, known: ChainRow, viewer: Viewer, given: CaptureInput): Promise<Write> {
  const { pressed } = JSON.parse(known.input) as { pressed?: unknown }
  if (known.userId !== viewer.userId || pressed !== markOf(given)) throw usedKey()
  return readWrite(room.store, known)
}

/** Tells one press from another and keeps nothing of what was said: there are papers of drivers in it. */
function markOf(input: CaptureInput): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex')
}

function usedKey(): InvalidInputError {
  return new InvalidInputError('This key was used for something else', [{ path: 'key', message: 'already used' }])
}

async function gather(
  context: ApiContext,
  room: PortalRoom,
  viewer: Viewer,
  input: CaptureInput,
): Promise<CaptureFacts> {
  const { store } = room
  const place = capturePlace(viewer, input.callId)
  const caller = await callerAt(store, { userId: viewer.userId, item: viewer.item, place })
  const load = await loadOf(room, input.what)
  const companyId = input.carrier.kind === 'known' ? input.carrier.companyId : null
  const names = companyId === null ? null : await readCompanyTitles(store, [companyId])
  const companyName = input.carrier.kind === 'new' ? input.carrier.title : names?.get(input.carrier.companyId)
  const isNamedHere = companyId === caller.companyId || caller.owners.some((one) => one.companyId === companyId)
  // A client is no carrier: under an offer his name would be open to everybody. Who stands on his card may say he is one.
  if (companyName === undefined || (companyId !== null && !isNamedHere && !(await isCarrier(store, companyId))))
    throw new NotFoundError('There is no such carrier in the portal')
  const tripsUnderWay = companyId === null ? 0 : await countTripsUnderWay(store, companyId)
  const today = todayIn(DEFAULT_TIME_ZONE, context.now())
  const headIds = tripsUnderWay > 0 ? await headsToAlarm(store, viewer.userId, today) : []
  const { entityTypeId } = room.map()!.processes[load?.kind ?? 'request']
  return {
    companyId,
    companyName,
    entry: companyId === null ? null : ((await readCarrierBases(store, [companyId])).get(companyId) ?? null),
    caller,
    card: viewer.item,
    load,
    loadPath: load ? `/crm/type/${entityTypeId}/details/${load.id}/` : '',
    timeZone: (load?.fromPlaceId == null ? null : context.gazetteer.byId(load.fromPlaceId)?.timeZone) ?? null,
    by: { userId: viewer.userId, name: viewer.userName },
    isCall: input.callId !== null,
    noticeSetting: await readChosen(store, 'offerNotice'),
    earlier: load
      ? [...(await offersOnLoad(store, load.kind, load.id)).values()].flat().flatMap((offer) => offer.rate ?? [])
      : [],
    executorMoves: await readChosen(store, 'executorMovesRequest'),
    tripsUnderWay,
    companyPath: `/crm/company/details/${companyId}/`,
    language: await readPortalLanguage(store),
    languageOf: await readToldLanguages(
      store,
      [...headIds, load?.managerId, load?.assignedById].flatMap((id) => id ?? []),
    ),
    headIds,
  }
}

async function loadOf({ store }: PortalRoom, what: Captured): Promise<LoadRow | null> {
  if (what.action === 'base' || what.load === null) return null
  const row = await readLoadRow(store, what.load.kind, what.load.id)
  if (!row) throw new NotFoundError('This load is not in our copy of the portal')
  if (row.semantics !== 'P') throw new NotFoundError('This load is closed: offers are no longer taken', 'load_closed')
  return row
}

/** The press on the load's own list of who was asked; nothing where no load, or a carrier who is not made yet. */
function attemptOf(
  context: ApiContext,
  { key, what }: CaptureInput,
  { load, companyId }: CaptureFacts,
  at: string,
  byUserId: number,
): AttemptRow | null {
  if (load === null || companyId === null || what.action === 'base') return null
  const isBusy = what.action === 'busy'
  const found = isBusy && what.freePlace ? context.gazetteer.resolve(what.freePlace) : null
  return {
    key,
    loadKind: load.kind,
    loadId: load.id,
    companyId,
    result: isBusy ? 'busy_until' : 'offered',
    byUserId,
    at,
    until: isBusy ? what.freeOn : null,
    freePlaceText: isBusy ? what.freePlace : null,
    freePlaceId: found?.state === 'known' ? found.place.id : null,
    comment: what.comment,
  }
}

async function tellWatchers(
  room: PortalRoom,
  load: { kind: 'request' | 'order'; id: number } | null,
  companyId: number | null,
  key: string,
  write: Write,
): Promise<void> {
  if (!load) return
  const pressed = await findAttempt(room.store, key)
  if (pressed) room.live.publish(load.kind, load.id, { kind: 'attempt', attempt: pressed.attempt })
  room.live.publish(load.kind, load.id, { kind: 'write', companyId, write })
}
