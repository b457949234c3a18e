import { minuteAt, dayAt, momentText } from '../days.ts'
import { Random, wheelOf } from '../random.ts'
import type { PlainValue } from '../schema/process.ts'
import { OFFER, ORDER, REQUEST } from '../schema/processes.ts'
import type { SeedItem } from '../seed.ts'
import type { OfferPlan } from '../world/offer-plan.ts'
import type { Plan } from '../world/plan.ts'
import { offersOfRequest, offersOfTrip } from '../world/plan-offers.ts'
import type { World } from '../world/world.ts'

const SOURCES = wheelOf<string>({ call: 58, messenger: 18, board: 14, form: 5, email: 4, import: 1 })
const COMMENTS = [
  'готов завтра с утра',
  'торг уместен',
  'только по сканам',
  'просит аванс на топливо',
  'машина на выгрузке рядом',
]
const DECLINE_REASONS = wheelOf<string>({
  rate: 50,
  competitor: 25,
  dates: 12,
  vehicle: 8,
  client_declined: 4,
  security: 1,
})
const PER_KM = 0.03

/** Offers of requests, then those of orders that had no request; ids follow the parents. */
export function* offerItems(world: World, plan: Plan): Generator<SeedItem> {
  let id = 1
  const trips = new Map(plan.trips.flatMap((trip) => (trip.request ? [[trip.request.id, trip] as const] : [])))
  for (const request of plan.requests) {
    for (const offer of offersOfRequest(world, request, trips.get(request.id) ?? null)) {
      yield offerItem(offer, id++, REQUEST.entityTypeId, request.id)
    }
  }
  for (const trip of plan.trips) {
    if (trip.request) continue
    for (const offer of offersOfTrip(world, trip)) yield offerItem(offer, id++, ORDER.entityTypeId, trip.id)
  }
}

function offerItem(offer: OfferPlan, id: number, parentType: number, parentId: number): SeedItem {
  const { load, carrier, author } = offer
  const random = new Random(offer.seed)
  const sum = `${Math.floor(offer.rate / 1000)} ${String(offer.rate % 1000).padStart(3, '0')}`
  const fields: Record<string, unknown> = {
    title: `${carrier.name}: ${sum} ₽`,
    stageId: OFFER.stage(offer.stage),
    categoryId: OFFER.categoryId,
    assignedById: author,
    createdBy: author,
    updatedBy: author,
    createdTime: momentText(offer.createdAt),
    updatedTime: momentText(offer.updatedAt),
    companyId: carrier.id,
    opportunity: offer.rate,
    currencyId: 'RUB',
    isManualOpportunity: 'Y',
    [`parentId${parentType}`]: parentId,
    parentId4: carrier.id,
  }
  OFFER.write(fields, price(offer, random), vehicleValues(offer, random), {
    ACTION: offer.executor ? 'executor' : 'quote',
    CARRIER: carrier.id,
    PAYMENT_FORM: offer.vat,
    TERM_EVENT: offer.term.event,
    TERM_DAYS: offer.term.days,
    TERM_BANK_DAYS: offer.term.bankDays,
    PREPAY_PCT: offer.term.prepayPercent,
    AVAILABLE_FROM_AT: random.chance(0.7) ? momentText(load.loadFromAt) : null,
    VALID_UNTIL_AT: random.chance(0.5)
      ? momentText(minuteAt(dayAt(offer.createdAt) + random.integer(1, 3), 18 * 60))
      : null,
    LOAD_PLACE: load.loadPlace,
    UNLOAD_PLACE: load.unloadPlace,
    LOAD_FROM_AT: momentText(load.loadFromAt),
    SOURCE: SOURCES.draw(random),
    DECLINE_REASON: offer.stage === 'DECLINED' ? DECLINE_REASONS.draw(random) : null,
    ROUND: offer.stage === 'BARGAIN' || random.chance(0.15) ? random.integer(2, 3) : 1,
    AUTHOR: author,
    COMMENT: random.chance(0.2) ? random.pick(COMMENTS) : null,
  })
  return { entityTypeId: OFFER.entityTypeId, id, fields }
}

function price({ rate, load, executor }: OfferPlan, random: Random): Record<string, PlainValue> {
  const perKm = !executor && load.km > 300 && random.chance(PER_KM)
  return perKm ? { RATE_PER_KM: Math.round((rate / load.km) * 2) / 2 } : { RATE: rate }
}

/** A price comes first; plates and a driver are told by those who mean it. */
function vehicleValues({ vehicle, executor }: OfferPlan, random: Random): Record<string, PlainValue> {
  const named = executor || random.chance(0.25)
  return {
    BODY: vehicle.body,
    CAPACITY_KG: vehicle.tonnes * 1000,
    VOLUME_M3: vehicle.volumeM3 > 0 ? vehicle.volumeM3 : null,
    VEHICLE_PLATE: named ? vehicle.plate : null,
    TRAILER_PLATE: named ? vehicle.trailerPlate : null,
    DRIVER_NAME: named ? vehicle.driver : null,
    DRIVER_PHONE: named ? vehicle.driverPhone : null,
  }
}
