import type { Transaction } from 'kysely'
import type { OfferDecisionInput, OfferLine } from '../../../contract/offers.ts'
import type { Write } from '../../../contract/write.ts'
import { ChangedMeanwhileError, NotAllowedError, NotFoundError } from '../../errors.ts'
import { paymentForm } from '../../outbox/commands/payment-form.ts'
import { readCompanyTitles } from '../../store/candidates.ts'
import { readLoadRow } from '../../store/load-reader.ts'
import { addOfferDecision, countOfferDecisions } from '../../store/offer-decisions.ts'
import { companyOfCarrier, readOffer, readOffersOfLoad } from '../../store/offer-reader.ts'
import { acceptChain, findChain, readWrite } from '../../store/outbox.ts'
import { readToldLanguages } from '../../store/person-languages.ts'
import { readPortalLanguage } from '../../store/portal-language.ts'
import type { OfferRow, PortalDatabase } from '../../store/schema.ts'
import type { ApiContext } from '../api-context.ts'
import type { Viewer } from '../session/bearer.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { decisionChain, type DecisionGround } from './decision-chain.ts'
import { decisionText } from './decision-words.ts'
import { loadOf, viewOfferLines } from './view-offer-lines.ts'

/** States in which an offer still waits for the load, so that an award of another one ends it. */
const WAITING: readonly OfferLine['state'][] = ['active', 'bargain', 'accepted', 'expired']

/**
 * Accepts a decision with everything that follows from it; null when a chain with this key was accepted meanwhile.
 * Of two people who decide at once one wins; the other gets ChangedMeanwhileError and nothing is recorded of his.
 * Errors: NotFoundError, NotAllowedError (the session was opened elsewhere), ChangedMeanwhileError.
 */
export async function decideOffer(
  context: ApiContext,
  room: PortalRoom,
  viewer: Viewer,
  offerId: number,
  input: OfferDecisionInput,
): Promise<Write | null> {
  const { store } = room
  const offer = await readOffer(store, offerId)
  if (!offer) throw new NotFoundError('This offer is not in our copy of the portal')
  await requireHere(room, viewer, offer)
  const of = loadOf(offer)
  const siblings = of ? await readOffersOfLoad(store, of.kind, of.id) : [offer]
  const ids = siblings.map(({ id }) => id)
  const seen = await countOfferDecisions(store, ids)
  const now = new Date(context.now()).toISOString()
  const lines = await viewOfferLines(siblings, { store, gazetteer: context.gazetteer, now })
  const line = lines.find(({ id }) => id === offerId)!
  if (of && line.load?.open === false && !line.actions.includes(input.action))
    throw new NotFoundError('This load is closed', 'load_closed')
  if (!line.actions.includes(input.action)) throw new ChangedMeanwhileError('This offer stands elsewhere by now')
  if (input.action === 'award' && lines.some(({ state }) => state === 'awarded'))
    throw new ChangedMeanwhileError('The load is awarded to another carrier', 'already_awarded')
  const ground = await groundOf(room, viewer, { offer, siblings, lines, input, at: now })
  const process = room.map()!.processes.offer
  const words = decisionText(input, ground.companyName, (offer.round ?? 0) + 1, await readPortalLanguage(store))
  const { steps, decisions } = decisionChain(ground, Object.keys(process.stages), words)
  const chain = {
    key: input.key,
    kind: 'offer-decision',
    userId: viewer.userId,
    input: { offerId, ...input },
    loadKind: of?.kind ?? null,
    loadId: of?.id ?? null,
    companyId: offer.companyId,
    acceptedAt: now,
    steps,
  }
  const isNew = await acceptChain(store, chain, async (transaction) => {
    await refuseIfDecided(transaction, ids, seen)
    for (const decision of decisions) await addOfferDecision(transaction, { ...decision, chainKey: input.key })
  })
  if (!isNew) return null
  const write = await readWrite(store, (await findChain(store, input.key))!)
  if (of) room.live.publish(of.kind, of.id, { kind: 'changed', asOf: now })
  room.wakeOutbox()
  return write
}

/** A session of a card decides on that card's offers; one of the page of all offers on any. */
async function requireHere({ store }: PortalRoom, { item }: Viewer, offer: OfferRow): Promise<void> {
  if (item === null) return
  const here =
    (item.kind === 'request' && offer.requestId === item.id) ||
    (item.kind === 'order' && offer.orderId === item.id) ||
    (item.kind === 'offer' && offer.id === item.id) ||
    (item.kind === 'company' && offer.companyId === item.id) ||
    (item.kind === 'carrier' && offer.companyId === (await companyOfCarrier(store, item.id)))
  if (!here) throw new NotAllowedError('no_right', 'This session was opened for another card')
}

/** What was looked at before the transaction must still be all there is. */
async function refuseIfDecided(
  transaction: Transaction<PortalDatabase>,
  offerIds: readonly number[],
  seen: number,
): Promise<void> {
  if ((await countOfferDecisions(transaction, offerIds)) !== seen)
    throw new ChangedMeanwhileError('Somebody has just decided on this load')
}

async function groundOf(
  room: PortalRoom,
  viewer: Viewer,
  about: {
    offer: OfferRow
    siblings: readonly OfferRow[]
    lines: readonly OfferLine[]
    input: OfferDecisionInput
    at: string
  },
): Promise<DecisionGround> {
  const { offer, siblings, lines, input, at } = about
  const { store } = room
  const map = room.map()!
  const of = loadOf(offer)
  const load = of && (await readLoadRow(store, of.kind, of.id))
  const titles = await readCompanyTitles(
    store,
    siblings.flatMap(({ companyId }) => companyId ?? []),
  )
  const nameOf = (row: OfferRow) => (row.companyId !== null && titles.get(row.companyId)) || `№ ${row.id}`
  const waiting = new Set(lines.filter(({ state }) => WAITING.includes(state)).map(({ id }) => id))
  return {
    input,
    offer,
    companyName: nameOf(offer),
    load,
    loadPath: of ? `/crm/type/${map.processes[of.kind].entityTypeId}/details/${of.id}/` : '',
    byUserId: viewer.userId,
    languageOf: await readToldLanguages(
      store,
      [load?.managerId, load?.assignedById, ...siblings.map(({ authorId }) => authorId)].flatMap((id) => id ?? []),
    ),
    paymentForm: input.action === 'answer' ? paymentForm(map.processes.offer, input.vat) : null,
    others: siblings
      .filter(({ id }) => id !== offer.id && waiting.has(id))
      .map((row) => ({ offer: row, companyName: nameOf(row) })),
    at,
  }
}
