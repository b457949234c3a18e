import type { EvidenceRecord } from '../../../contract/evidence.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'
import { readCarrierBases } from '../../store/candidates.ts'
import { readDirectionTexts, type OfferRecord, type OrderRecord } from '../../store/evidence-records.ts'
import { readPeople } from '../../store/people.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { rateOf } from './load-view.ts'

const ORDER_STATES = { P: 'running', S: 'done', F: 'broken' } as const
const OUTCOMES = { P: 'open', S: 'taken', F: 'lost' } as const

/** Orders with what the carrier was paid: what is shared within logistics. Neither client nor his rate. */
export function viewOrders(gazetteer: Gazetteer, room: PortalRoom, rows: readonly OrderRecord[]): EvidenceRecord[] {
  return rows.map((row) => ({
    kind: 'order',
    id: row.id,
    ...endsOf(gazetteer, row),
    at: row.at,
    state: ORDER_STATES[row.semantics],
    rate: seenRate(row),
    path: cardPath(room, 'order', row.id),
  }))
}

export async function viewOffers(
  gazetteer: Gazetteer,
  room: PortalRoom,
  rows: readonly OfferRecord[],
): Promise<EvidenceRecord[]> {
  const people = await readPeople(
    room.store,
    rows.flatMap((row) => row.authorId ?? []),
  )
  return rows.map((row) => ({
    kind: 'offer',
    id: row.id,
    ...endsOf(gazetteer, row),
    at: row.at,
    outcome: OUTCOMES[row.semantics],
    rate: seenRate(row),
    byName: row.authorId === null ? null : (people.get(row.authorId)?.name ?? null),
    path: cardPath(room, 'offer', row.id),
  }))
}

/** The carrier's entry in the base as it was typed; none where he has no entry. */
export async function recordsOfBase(room: PortalRoom, companyId: number): Promise<EvidenceRecord[]> {
  const base = (await readCarrierBases(room.store, [companyId])).get(companyId)
  if (!base) return []
  return [
    {
      kind: 'base',
      id: base.id,
      directions: await readDirectionTexts(room.store, base.id),
      home: base.homeText,
      now: base.nowText === null ? null : { place: base.nowText, at: base.nowAt },
      free: base.freeText === null ? null : { place: base.freeText, on: base.freeOn },
      preferred: base.preferred === 1,
      updatedAt: base.updatedAt,
      path: cardPath(room, 'carrier', base.id),
    },
  ]
}

function endsOf(gazetteer: Gazetteer, row: { fromPlaceId: number; toPlaceId: number }): { from: string; to: string } {
  return { from: gazetteer.byId(row.fromPlaceId)?.name ?? '', to: gazetteer.byId(row.toPlaceId)?.name ?? '' }
}

function seenRate({ minor, currency, vat }: { minor: number | null; currency: string | null; vat: string | null }) {
  return minor === null || currency === null ? null : rateOf(minor, currency, vat)
}

function cardPath(room: PortalRoom, process: 'order' | 'offer' | 'carrier', id: number): string {
  return `/crm/type/${room.map()?.processes[process].entityTypeId}/details/${id}/`
}
