import { Hono } from 'hono'
import { attemptInput, type AttemptAnswer, type AttemptInput } from '../../contract/actions.ts'
import { InvalidInputError, NotFoundError } from '../errors.ts'
import { updateCarrierPayload, type UpdateCarrierPayload } from '../outbox/commands/update-carrier.ts'
import { addAttempt, findAttempt, type AttemptRow, type KnownAttempt } from '../store/attempts.ts'
import { readCarrierBases, readCompanyTitles } from '../store/candidates.ts'
import { acceptChain, findChain, readOwnPayloads, readWrite } from '../store/outbox.ts'
import type { PortalStore } from '../store/database.ts'
import { isCarrier } from '../store/phones.ts'
import { listTaughtPlaces } from '../store/taught-places.ts'
import type { ApiContext } from './api-context.ts'
import { viewPlace } from './carriers/place-view.ts'
import type { Viewer } from './session/bearer.ts'
import type { PortalRoom } from './session/portal-room.ts'
import { requireCard, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/** `POST /api/attempts`: what a call came to. Colleagues see it at once; a busy truck teaches the carrier base. */
export function attemptsPost(context: ApiContext) {
  return new Hono().post('/api/attempts', signedIn(context), validated('json', attemptInput), async (call) => {
    const input = call.req.valid('json')
    const { viewer, room } = call.var
    requireCard(viewer, input.load)
    checkUntil(input)
    const known = await findAttempt(room.store, input.key)
    if (!known) await accept(context, room, viewer, input)
    // Looked at again: somebody else may have used the key a moment ago.
    if (!isSamePress(await findAttempt(room.store, input.key), viewer, input))
      throw new InvalidInputError('This key was used for something else', [{ path: 'key', message: 'already used' }])
    return call.json(await answerFor(room, input.key), known ? 200 : 201)
  })
}

/** Whether what stands under the key is this very press; only then is the same key the same answer. */
function isSamePress(known: KnownAttempt | null, viewer: Viewer, input: AttemptInput): boolean {
  return (
    known !== null &&
    known.loadKind === input.load.kind &&
    known.loadId === input.load.id &&
    known.attempt.byUserId === viewer.userId &&
    known.attempt.companyId === input.companyId &&
    known.attempt.result === input.result &&
    known.attempt.until === input.until &&
    known.attempt.comment === (input.comment || null)
  )
}

/** A moment to call back, a day to be free on; the other answers have no "until". */
function checkUntil({ result, until }: AttemptInput): void {
  const isDay = until !== null && until.length === 10
  const fits = until === null || (result === 'busy_until' && isDay) || (result === 'call_back' && !isDay)
  if (!fits) throw new InvalidInputError('This "until" does not fit the answer', [{ path: 'until', message: result }])
}

async function accept(context: ApiContext, room: PortalRoom, viewer: Viewer, input: AttemptInput): Promise<void> {
  const { store } = room
  const { key, load, companyId, result, until } = input
  if (!(await readCompanyTitles(store, [companyId])).has(companyId) || !(await isCarrier(store, companyId)))
    throw new NotFoundError('There is no such carrier in the portal')
  const freePlace = viewPlace(input.freePlace, context.gazetteer, await listTaughtPlaces(store))
  const at = new Date(context.now()).toISOString()
  const row: AttemptRow = {
    key,
    loadKind: load.kind,
    loadId: load.id,
    companyId,
    result,
    byUserId: viewer.userId,
    at,
    until,
    freePlaceText: input.freePlace || null,
    freePlaceId: freePlace.state === 'known' ? freePlace.place.id : null,
    comment: input.comment || null,
  }
  const lesson = result === 'busy_until' && until !== null ? await lessonOf(store, input, until) : null
  if (!lesson) return addAttempt(store, row)
  const chain = { key, kind: 'attempt', userId: viewer.userId, input, companyId, acceptedAt: at }
  const subject = `carrier ${lesson.carrierId}`
  const steps = [{ command: 'update-carrier', subject, payload: lesson, dependsOn: [] }]
  await acceptChain(store, { ...chain, loadKind: load.kind, loadId: load.id, steps }, (transaction) =>
    addAttempt(transaction, row),
  )
  room.wakeOutbox()
}

/** Where and when the truck comes free, for the carrier's entry in the base; null when he has none. */
async function lessonOf(store: PortalStore, input: AttemptInput, until: string): Promise<UpdateCarrierPayload | null> {
  const base = (await readCarrierBases(store, [input.companyId])).get(input.companyId)
  if (!base) return null
  const own = await readOwnPayloads(store, 'update-carrier', input.companyId)
  return {
    carrierId: base.id,
    // A place of an earlier talk would be a false fact beside the new day.
    free: { place: input.freePlace || null, on: until },
    before: [
      { place: base.freeText, on: base.freeOn },
      ...own.map((payload) => updateCarrierPayload.parse(payload).free),
    ],
  }
}

async function answerFor(room: PortalRoom, key: string): Promise<AttemptAnswer> {
  const pressed = (await findAttempt(room.store, key))!
  const chain = await findChain(room.store, key)
  const write = chain && (await readWrite(room.store, chain))
  const kind = pressed.loadKind === 'order' ? 'order' : 'request'
  room.live.publish(kind, pressed.loadId, { kind: 'attempt', attempt: pressed.attempt })
  return { attempt: pressed.attempt, write }
}
