import { BODY_CODES, TERM_EVENT_CODES } from '../../../contract/codes.ts'
import {
  DECLINE_REASONS,
  OFFER_ACTIONS,
  OFFER_SOURCES,
  type OfferDecision,
  type OfferLine,
} from '../../../contract/offers.ts'
import type { PaymentTerm } from '../../../contract/profit.ts'
import type { Rate } from '../../../contract/money.ts'
import type { Write } from '../../../contract/write.ts'
import { DEFAULT_TIME_ZONE } from '../../match/days.ts'
import { allowedActions, offerState, STAGE_OF_STATE, STATE_AFTER } from '../../offers/offer-state.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'
import { readCompanyTitles } from '../../store/candidates.ts'
import type { PortalStore } from '../../store/database.ts'
import { readOfferDecisions, type OfferDecisionRow } from '../../store/offer-decisions.ts'
import { readOpenLoads } from '../../store/offer-reader.ts'
import { findChain, readWrite } from '../../store/outbox.ts'
import { readPeople } from '../../store/people.ts'
import type { OfferRow } from '../../store/schema.ts'
import { rateOf } from '../carriers/load-view.ts'

export interface LineQuestion {
  store: PortalStore
  gazetteer: Gazetteer
  /** UTC ISO. */
  now: string
}

/** Offers as a list shows them, with what people have decided on them and has not reached the portal yet. */
export async function viewOfferLines(rows: readonly OfferRow[], question: LineQuestion): Promise<OfferLine[]> {
  const { store } = question
  const decided = await readOfferDecisions(
    store,
    rows.map((row) => row.id),
  )
  const all = [...decided.values()].flat()
  const people = await readPeople(store, [
    ...rows.flatMap((row) => row.authorId ?? []),
    ...all.map((one) => one.byUserId),
  ])
  const titles = await readCompanyTitles(
    store,
    rows.flatMap((row) => row.companyId ?? []),
  )
  const loads = rows.flatMap((row) => loadOf(row) ?? [])
  const open = await readOpenLoads(store, loads)
  const nameOf = (id: number) => people.get(id)?.name ?? ''
  const lines: OfferLine[] = []
  for (const row of rows) {
    const decisions = await viewDecisions(store, decided.get(row.id) ?? [], nameOf)
    const standing = withPending(row, decisions)
    const state = offerState(standing, question.now)
    const load = loadOf(row)
    const isOpen = load !== null && open.has(`${load.kind} ${load.id}`)
    lines.push({
      ...plainLine(row, question.gazetteer),
      state,
      rate: standing.rate,
      validUntilAt: standing.validUntilAt,
      declineReason: state === 'declined' ? standing.declineReason : null,
      load: load && { ...load, open: isOpen },
      company: row.companyId === null ? null : { id: row.companyId, name: titles.get(row.companyId) ?? '' },
      author: row.authorId === null ? null : { id: row.authorId, name: nameOf(row.authorId) },
      actions: allowedActions(state, isOpen),
      decisions,
    })
  }
  return lines
}

/** The load an offer was made for; a request comes before the order that grew out of it. */
export function loadOf(row: Pick<OfferRow, 'requestId' | 'orderId'>): { kind: 'request' | 'order'; id: number } | null {
  if (row.requestId !== null) return { kind: 'request', id: row.requestId }
  return row.orderId === null ? null : { kind: 'order', id: row.orderId }
}

/** The day of loading by the clocks of the place, or of Moscow where it is not known. */
function loadDay(row: OfferRow, gazetteer: Gazetteer): string | null {
  if (row.loadFromAt === null) return null
  const timeZone = (row.fromPlaceId !== null && gazetteer.byId(row.fromPlaceId)?.timeZone) || DEFAULT_TIME_ZONE
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(row.loadFromAt))
}

function plainLine(row: OfferRow, gazetteer: Gazetteer) {
  const place = (id: number | null, text: string | null) => (id !== null && gazetteer.byId(id)?.name) || text
  return {
    id: row.id,
    kind: row.action,
    from: place(row.fromPlaceId, row.loadText),
    to: place(row.toPlaceId, row.unloadText),
    loadOn: loadDay(row, gazetteer),
    ratePerKm: row.ratePerKmMinor === null ? null : rateOf(row.ratePerKmMinor, row.rateCurrency ?? 'RUB', row.vat),
    term: termOf(row),
    body: BODY_CODES.find((code) => code === row.body) ?? null,
    capacityKg: row.capacityKg,
    volumeM3: row.volumeM3,
    vehiclePlate: row.vehiclePlate,
    trailerPlate: row.trailerPlate,
    driverName: row.driverName,
    availableFromAt: row.availableFromAt,
    source: OFFER_SOURCES.find((code) => code === row.source) ?? null,
    round: row.round,
    comment: row.comment,
    createdAt: row.createdAt,
  }
}

export function termOf(
  row: Pick<OfferRow, 'termEvent' | 'termDays' | 'termBankDays' | 'prepayPercent'>,
): PaymentTerm | null {
  if (row.termEvent === null && row.termDays === null && row.prepayPercent === null) return null
  return {
    event: TERM_EVENT_CODES.find((code) => code === row.termEvent) ?? null,
    days: row.termDays ?? 0,
    bankDays: row.termBankDays === 1,
    prepayPercent: row.prepayPercent ?? 0,
  }
}

export interface Standing extends Pick<OfferRow, 'stage' | 'semantics' | 'validUntilAt'> {
  rate: Rate | null
  declineReason: OfferLine['declineReason']
}

/** How the offer stands once everything that is still on its way has arrived: nobody waits for the portal to see it. */
export function withPending(row: OfferRow, decisions: readonly OfferDecision[]): Standing {
  const standing: Standing = {
    stage: row.stage,
    semantics: row.semantics,
    validUntilAt: row.validUntilAt,
    rate: row.rateMinor === null || row.rateCurrency === null ? null : rateOf(row.rateMinor, row.rateCurrency, row.vat),
    declineReason: DECLINE_REASONS.find((code) => code === row.declineReason) ?? null,
  }
  for (const decision of decisions) {
    if (!ON_ITS_WAY.includes(decision.write?.steps[0]?.state ?? '')) continue
    const state = STATE_AFTER[decision.action]
    if (state) {
      standing.stage = STAGE_OF_STATE[state]
      standing.semantics = 'P'
    }
    if (decision.action === 'decline') standing.declineReason = decision.reason
    if (decision.action === 'answer') standing.rate = decision.rate
    if (decision.validUntilAt !== null) standing.validUntilAt = decision.validUntilAt
  }
  return standing
}

/** What is still on its way to the portal counts already; what was refused or has arrived stands in the offer itself. */
const ON_ITS_WAY = ['pending', 'sending']

async function viewDecisions(
  store: PortalStore,
  rows: readonly OfferDecisionRow[],
  nameOf: (id: number) => string,
): Promise<OfferDecision[]> {
  const decisions: OfferDecision[] = []
  for (const row of rows) {
    const chain = await findChain(store, row.chainKey)
    const write = chain && (await readWrite(store, chain))
    decisions.push({
      key: row.chainKey,
      action: OFFER_ACTIONS.find((action) => action === row.action) ?? 'accept',
      byUserId: row.byUserId,
      byName: nameOf(row.byUserId),
      at: row.at,
      rate:
        row.rateMinor === null || row.rateCurrency === null ? null : rateOf(row.rateMinor, row.rateCurrency, row.vat),
      reason: DECLINE_REASONS.find((code) => code === row.reason) ?? null,
      comment: row.comment,
      validUntilAt: row.validUntilAt,
      write: write && (row.step === 0 ? write : ownStepOf(write, row.step)),
    })
  }
  return decisions
}

/** Of an award that also declined this offer, only what is about this offer. */
function ownStepOf(write: Write, position: number): Write {
  const step = write.steps[position]
  return step ? { ...write, state: step.state, steps: [step] } : write
}
