import { dayAt, dayText, momentText } from '../days.ts'
import { mix, Random } from '../random.ts'
import type { PlainValue } from '../schema/process.ts'
import { ORDER, REQUEST } from '../schema/processes.ts'
import type { SeedItem } from '../seed.ts'
import type { Term } from '../world/clients.ts'
import { ownEntity } from '../world/prices.ts'
import type { Agreed, TripPlan } from '../world/trip-plan.ts'
import type { World } from '../world/world.ts'
import { OWN_COMPANIES } from './companies.ts'
import { clientContactId } from './contacts.ts'
import { loadTitle, loadValues } from './load-values.ts'

export function* orderItems(world: World, trips: readonly TripPlan[]): Generator<SeedItem> {
  for (const trip of trips) yield orderItem(world, trip)
}

function orderItem(world: World, trip: TripPlan): SeedItem {
  const { load, agreed, request } = trip
  const { client } = load
  const random = new Random(mix(load.seed, 31))
  const ownCompany = OWN_COMPANIES[ownEntity(client)]
  const fields: Record<string, unknown> = {
    title: `Заявка № ${trip.id}: ${loadTitle(load)}`,
    stageId: ORDER.stage(trip.stage),
    categoryId: ORDER.categoryId,
    assignedById: client.manager,
    createdBy: client.manager,
    updatedBy: trip.logist,
    createdTime: momentText(trip.createdAt),
    updatedTime: momentText(Math.min(world.end, (trip.unloadedAt ?? trip.createdAt) + random.integer(10, 900))),
    companyId: client.id,
    contactIds: [clientContactId(client)],
    mycompanyId: ownCompany,
    opportunity: trip.clientRate,
    currencyId: 'RUB',
    isManualOpportunity: 'Y',
    parentId2: trip.parentDealId,
  }
  if (request) fields[`parentId${REQUEST.entityTypeId}`] = request.id
  ORDER.write(
    fields,
    loadValues(load, trip.clientVat, trip.clientRate),
    { LOGIST: trip.logist, MANAGER: client.manager, OWN_COMPANY: ownCompany, EXPENSES: expenses(random) },
    agreed ? agreedValues(agreed) : {},
    progress(world, trip, random),
  )
  return { entityTypeId: ORDER.entityTypeId, id: trip.id, fields }
}

function agreedValues({ carrier, vehicle, vat, rate, term }: Agreed): Record<string, PlainValue> {
  return {
    CARRIER: carrier.id,
    CARRIER_RATE: rate,
    CARRIER_PAYMENT_FORM: vat,
    CARRIER_TERM_EVENT: term.event,
    CARRIER_TERM_DAYS: term.days,
    CARRIER_TERM_BANK_DAYS: term.bankDays,
    CARRIER_PREPAY_PCT: term.prepayPercent,
    VEHICLE_PLATE: vehicle.plate,
    TRAILER_PLATE: vehicle.trailerPlate,
    DRIVER_NAME: vehicle.driver,
    DRIVER_PHONE: vehicle.driverPhone,
    DRIVER_LICENCE: vehicle.driverLicence,
  }
}

/** Loading, unloading, papers and payments, each only when its day has come. */
function progress(world: World, trip: TripPlan, random: Random): Record<string, PlainValue> {
  const { loadedAt, unloadedAt, agreed, load } = trip
  const past = (day: number): string | null => (day < world.today ? dayText(day) : null)
  if (unloadedAt === null || !agreed) return { LOADED_AT: loadedAt === null ? null : momentText(loadedAt) }
  const sent = dayAt(unloadedAt) + random.integer(1, 5)
  const received = sent + random.integer(4, 12)
  const paidAfter = (term: Term, late: number): number => {
    const starts = term.event === 'originals' || term.event === 'invoice' ? received : dayAt(unloadedAt)
    return starts + Math.round(term.days * (term.bankDays ? 1.45 : 1)) + late
  }
  return {
    LOADED_AT: loadedAt === null ? null : momentText(loadedAt),
    UNLOADED_AT: momentText(unloadedAt),
    DOCS_SENT_ON: past(sent),
    DOCS_RECEIVED_ON: past(received),
    CLIENT_PAID_ON: past(paidAfter(load.client.term, random.integer(-2, 12))),
    CARRIER_PAID_ON: past(paidAfter(agreed.term, random.integer(-1, 4))),
  }
}

const EXPENSE_KINDS = ['простой', 'страхование', 'пропуск', 'платная дорога', 'терминал', 'растентовка'] as const

/** `простой; 5000; none; actual; сутки на выгрузке` */
function expenses(random: Random): string[] | null {
  if (!random.chance(0.12)) return null
  const kind = random.pick(EXPENSE_KINDS)
  const sum = random.integer(2, 24) * 500
  const state = random.chance(0.7) ? 'actual' : 'planned'
  return [
    `${kind}; ${sum}; ${random.pick(['none', 'none', 'cash'])}; ${state}; ${random.pick(['', 'сутки', 'по счёту'])}`,
  ]
}
