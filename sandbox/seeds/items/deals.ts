import { dayAt, dayText, minuteAt, momentText } from '../days.ts'
import { DEAL } from '../schema/process.ts'
import type { SeedItem } from '../seed.ts'
import type { OrderStage, TripPlan } from '../world/trip-plan.ts'
import type { World } from '../world/world.ts'
import { clientContactId } from './contacts.ts'
import { loadTitle } from './load-values.ts'

/** What needs somebody soonest stands first: the permanent deal shows its most urgent order. */
const URGENT: readonly OrderStage[] = ['LOADING', 'UNLOADING', 'TRANSIT', 'SIGNING', 'DOCUMENTS']

/** Permanent deals, then one for each trip that has its own. */
export function* dealItems(world: World, trips: readonly TripPlan[]): Generator<SeedItem> {
  const stages = urgentStages(trips)
  for (const client of world.clients) {
    if (client.dealId === null) continue
    const when = momentText(minuteAt(world.today - 735, 660))
    const fields = {
      title: `${client.name}: постоянный клиент`,
      stageId: stages.get(client.dealId) ?? 'PAUSE',
      opportunity: 0,
      closed: 'N',
      assignedById: client.manager,
      createdBy: client.manager,
      createdTime: when,
      updatedTime: when,
      ...parties(client),
    }
    yield { entityTypeId: DEAL, id: client.dealId, fields }
  }
  for (const trip of trips) if (trip.ownDealId !== null) yield tripDeal(trip, trip.ownDealId)
}

function parties(client: TripPlan['load']['client']): Record<string, unknown> {
  const contactId = clientContactId(client)
  return { categoryId: 0, currencyId: 'RUB', companyId: client.id, contactId, contactIds: [contactId] }
}

function tripDeal(trip: TripPlan, id: number): SeedItem {
  const { load, stage, unloadedAt } = trip
  const { client } = load
  const copy = client.dealId !== null
  const closed = stage === 'DONE' || stage === 'CANCELLED'
  const createdAt = copy && unloadedAt !== null ? unloadedAt : trip.createdAt
  const closedAt = unloadedAt ?? load.loadFromAt
  const fields = {
    title: copy ? `${client.name}: перевозка по заявке № ${trip.id}` : `${client.name}: ${loadTitle(load)}`,
    stageId: stage === 'DONE' ? 'WON' : stage === 'CANCELLED' ? 'LOSE' : stage,
    opportunity: trip.clientRate,
    isManualOpportunity: 'Y',
    additionalInfo: `Заявка № ${trip.id}`,
    closed: closed ? 'Y' : 'N',
    begindate: dayText(dayAt(trip.createdAt)),
    ...(closed && { closedate: dayText(dayAt(closedAt)) }),
    assignedById: client.manager,
    createdBy: client.manager,
    createdTime: momentText(createdAt),
    updatedTime: momentText(Math.max(createdAt, closed ? closedAt : createdAt)),
    ...(trip.request?.leadId != null && { leadId: trip.request.leadId }),
    ...parties(client),
  }
  return { entityTypeId: DEAL, id, fields }
}

function urgentStages(trips: readonly TripPlan[]): Map<number, OrderStage> {
  const stages = new Map<number, OrderStage>()
  for (const { stage, parentDealId, load } of trips) {
    const rank = URGENT.indexOf(stage)
    if (load.client.dealId === null || rank < 0) continue
    const known = stages.get(parentDealId)
    if (known === undefined || rank < URGENT.indexOf(known)) stages.set(parentDealId, stage)
  }
  return stages
}
