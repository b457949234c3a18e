import type { EvidenceAnswer, EvidenceQuery, EvidenceRecord } from '../../../contract/evidence.ts'
import type { Load } from '../../../contract/load.ts'
import type { Place } from '../../../contract/place.ts'
import { InvalidInputError } from '../../errors.ts'
import { needsOf } from '../../match/needs.ts'
import { readAttempts } from '../../store/attempts.ts'
import { readOffersOf, readOrderOf, readOrdersOf, type LanesMeant } from '../../store/evidence-records.ts'
import { readPeople } from '../../store/people.ts'
import type { ApiContext } from '../api-context.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { recordsOfBase, viewOffers, viewOrders } from './evidence-records.ts'
import { laneMemoryOf } from './lane-memory.ts'
import { matchContextOf } from './match-context.ts'

/** As many as somebody reads before he opens the carrier's own card. */
const MOST = 25

/** One line of the explanation of one carrier in one list. */
export interface EvidenceAsked extends EvidenceQuery {
  load: Load
  lane: { from: Place; to: Place } | null
  companyId: number
}

/** What a line rests on. Nothing in it names a client. Throws InvalidInputError for a line that names no lane or order. */
export async function evidenceOf(context: ApiContext, room: PortalRoom, asked: EvidenceAsked): Promise<EvidenceAnswer> {
  switch (asked.of) {
    case 'trips_exact':
    case 'trips_near':
      return orders(context, room, asked)
    case 'offers_exact':
    case 'offers_near':
      return offers(context, room, asked)
    case 'near_rest':
    case 'region':
      return newestFirst(await orders(context, room, asked), await offers(context, room, asked))
    case 'soon_empty':
    case 'part_load':
      return oneOrder(context, room, asked)
    case 'attempted': {
      const attempts = await readAttempts(room.store, asked.load.kind, asked.load.id)
      const own = attempts.filter(({ companyId }) => companyId === asked.companyId)
      return { records: own.map((attempt) => ({ kind: 'attempt', attempt })), more: 0 }
    }
    case 'rule':
      return ruleOf(context, room, asked)
    case 'declared':
    case 'stands_at':
    case 'free_at':
    case 'return_leg':
    case 'on_the_way':
    case 'preferred':
      return { records: await recordsOfBase(room, asked.companyId), more: 0 }
  }
}

async function orders(context: ApiContext, room: PortalRoom, asked: EvidenceAsked): Promise<EvidenceAnswer> {
  const lanes = await lanesOf(context, room, asked)
  const { rows, total } = await readOrdersOf(room.store, asked.companyId, lanes, MOST)
  return { records: viewOrders(context.gazetteer, room, rows), more: total - rows.length }
}

async function offers(context: ApiContext, room: PortalRoom, asked: EvidenceAsked): Promise<EvidenceAnswer> {
  const lanes = await lanesOf(context, room, asked)
  const { rows, total } = await readOffersOf(room.store, asked.companyId, lanes, MOST)
  return { records: await viewOffers(context.gazetteer, room, rows), more: total - rows.length }
}

async function oneOrder(context: ApiContext, room: PortalRoom, asked: EvidenceAsked): Promise<EvidenceAnswer> {
  if (asked.orderId === undefined) throw unnamed('orderId')
  const order = await readOrderOf(room.store, asked.companyId, asked.orderId)
  return { records: order ? viewOrders(context.gazetteer, room, [order]) : [], more: 0 }
}

async function ruleOf(context: ApiContext, room: PortalRoom, asked: EvidenceAsked): Promise<EvidenceAnswer> {
  const { store } = room
  if (!asked.lane) return { records: [], more: 0 }
  const now = new Date(context.now()).toISOString()
  const { gazetteer } = context
  const { choices } = await laneMemoryOf(store, gazetteer)
  const matched = await matchContextOf(
    { store, gazetteer, choices, kind: asked.load.kind, id: asked.load.id, now },
    asked.load,
    asked.lane,
  )
  const found = needsOf(matched).rules.get(asked.companyId)
  if (!found) return { records: [], more: 0 }
  const { byUserId, at, untilOn } = found.rule
  const byName = (await readPeople(store, [byUserId])).get(byUserId)?.name ?? null
  const { action, scope, note } = found
  return { records: [{ kind: 'rule', action, scope, note, byName, at, untilOn }], more: 0 }
}

async function lanesOf(context: ApiContext, room: PortalRoom, asked: EvidenceAsked): Promise<LanesMeant> {
  const { lane, fromId, toId } = asked
  // Without both ends no list was made, so there is no line to ask about.
  if (!lane) return { pairs: [] }
  const exact = [lane.from.id, lane.to.id] as const
  if (asked.of === 'trips_exact' || asked.of === 'offers_exact') return { pairs: [exact] }
  if (asked.of === 'trips_near' || asked.of === 'offers_near') {
    if (fromId === undefined || toId === undefined) throw unnamed('fromId')
    return { pairs: [[fromId, toId]] }
  }
  const { areas, index } = await laneMemoryOf(room.store, context.gazetteer)
  const [from, to] = [areas.of(lane.from, index), areas.of(lane.to, index)]
  if (asked.of === 'region') return { from: from.region, to: to.region, except: [] }
  const except = (asked.except ?? '').split(',').filter(Boolean)
  const named = except.map((pair) => pair.split(':').map(Number) as [number, number])
  return { from: from.near.keys(), to: to.near.keys(), except: [exact, ...named] }
}

function newestFirst(...answers: EvidenceAnswer[]): EvidenceAnswer {
  const all = answers.flatMap(({ records }) => records).sort((a, b) => momentOf(b).localeCompare(momentOf(a)))
  const more = answers.reduce((sum, answer) => sum + answer.more, 0)
  return { records: all.slice(0, MOST), more: more + Math.max(0, all.length - MOST) }
}

function momentOf(record: EvidenceRecord): string {
  return 'at' in record ? record.at : ''
}

function unnamed(path: string): InvalidInputError {
  return new InvalidInputError('This line has to be named', [{ path, message: 'missing' }])
}
