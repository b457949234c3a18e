import type { CardReference } from '../../../contract/card.ts'
import type { Rate } from '../../../contract/money.ts'
import { NotAllowedError, NotFoundError } from '../../errors.ts'
import type { PortalStore } from '../../store/database.ts'
import { isPermanentClient } from '../../store/client-history.ts'
import { readLoadRow } from '../../store/load-reader.ts'
import type { LoadRow } from '../../store/schema.ts'
import { readLead } from '../../store/leads.ts'
import { rateOf } from '../carriers/load-view.ts'

/** A card that can be refused: a request, an order or a lead, as far as a refusal cares. */
export interface RefusableCard {
  kind: 'request' | 'order' | 'lead'
  id: number
  title: string
  /** Our stage code; of a lead the portal's own. */
  stage: string
  open: boolean
  managerId: number | null
  clientId: number | null
  leadId: number | null
  fromPlaceId: number | null
  toPlaceId: number | null
  /** What the client pays, and where that is not stated what we would pay. */
  sum: Rate | null
  permanentClient: boolean
  /** null for a lead. */
  load: LoadRow | null
}

export function isRefusable(kind: CardReference['kind']): kind is RefusableCard['kind'] {
  return kind === 'request' || kind === 'order' || kind === 'lead'
}

/** Throws NotAllowedError for another kind of card, NotFoundError for one the copy does not have. */
export async function readRefusableCard(store: PortalStore, { kind, id }: CardReference): Promise<RefusableCard> {
  if (!isRefusable(kind)) throw new NotAllowedError('no_right', 'Nothing can be refused in this card')
  return kind === 'lead' ? readLeadCard(store, id) : readLoadCard(store, kind, id)
}

async function readLeadCard(store: PortalStore, id: number): Promise<RefusableCard> {
  const lead = await readLead(store, id)
  if (!lead) throw new NotFoundError('This lead is not in our copy of the portal')
  return {
    kind: 'lead',
    id,
    title: lead.title,
    stage: lead.stage,
    open: lead.semantics === 'P',
    managerId: lead.assignedById,
    clientId: lead.companyId,
    leadId: null,
    fromPlaceId: null,
    toPlaceId: null,
    sum: null,
    permanentClient: await isPermanentClient(store, lead.companyId),
    load: null,
  }
}

async function readLoadCard(store: PortalStore, kind: 'request' | 'order', id: number): Promise<RefusableCard> {
  const load = await readLoadRow(store, kind, id)
  if (!load) throw new NotFoundError('This card is not in our copy of the portal')
  return {
    kind,
    id,
    title: load.title,
    stage: load.stage,
    open: load.semantics === 'P',
    managerId: load.managerId ?? load.assignedById,
    clientId: load.companyId,
    leadId: load.leadId,
    fromPlaceId: load.fromPlaceId,
    toPlaceId: load.toPlaceId,
    sum: sumOf(load),
    permanentClient: load.dealId !== null || (await isPermanentClient(store, load.companyId)),
    load,
  }
}

function sumOf(load: LoadRow): Rate | null {
  if (load.clientRateMinor !== null && load.clientRateCurrency !== null)
    return rateOf(load.clientRateMinor, load.clientRateCurrency, load.clientVat)
  if (load.targetRateMinor !== null && load.targetRateCurrency !== null)
    return rateOf(load.targetRateMinor, load.targetRateCurrency, null)
  return null
}
