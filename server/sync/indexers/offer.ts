import { BODY_CODES, TERM_EVENT_CODES } from '../../../contract/codes.ts'
import { DECLINE_REASONS, OFFER_SOURCES } from '../../../contract/offers.ts'
import { semanticsOf, stageCode, type SchemaMap } from '../../portal/schema-map.ts'
import type { OfferRow } from '../../store/schema.ts'
import { withoutPapers } from './hidden-papers.ts'
import { createItemReader, type Item } from './item-reader.ts'
import type { FindPlace } from './place-finder.ts'
import { readText } from './portal-values.ts'
import { readParent, readStandard } from './standard-fields.ts'

const ACTIONS = ['quote', 'executor'] as const

/** One carrier's answer to one request or order. */
export function indexOffer(item: Item, map: SchemaMap, findPlace: FindPlace): OfferRow | null {
  const standard = readStandard(item)
  if (!standard) return null
  const process = map.processes.offer
  const read = createItemReader(item, process)
  const rate = read.money('RATE')
  const loadText = read.text('LOAD_PLACE')
  const unloadText = read.text('UNLOAD_PLACE')
  return {
    id: standard.id,
    action: read.code('ACTION', ACTIONS) ?? 'quote',
    stage: stageCode(process, item.stageId),
    semantics: semanticsOf(process, item.stageId),
    requestId: readParent(item, map.processes.request.entityTypeId),
    orderId: readParent(item, map.processes.order.entityTypeId),
    companyId: read.companyId('CARRIER') ?? standard.companyId,
    rateMinor: rate?.minor ?? null,
    rateCurrency: rate?.currency ?? null,
    ratePerKmMinor: read.money('RATE_PER_KM')?.minor ?? null,
    vat: read.vatOfForm('PAYMENT_FORM', 'RATE', standard.createdAt),
    termEvent: read.code('TERM_EVENT', TERM_EVENT_CODES),
    termDays: read.integer('TERM_DAYS', 0, 365),
    termBankDays: read.flag('TERM_BANK_DAYS') ? 1 : 0,
    prepayPercent: read.number('PREPAY_PCT', 0, 100),
    body: read.code('BODY', BODY_CODES),
    capacityKg: read.number('CAPACITY_KG', Number.MIN_VALUE, 1_000_000),
    volumeM3: read.number('VOLUME_M3', Number.MIN_VALUE, 10_000),
    vehiclePlate: read.text('VEHICLE_PLATE', 40),
    trailerPlate: read.text('TRAILER_PLATE', 40),
    driverName: read.text('DRIVER_NAME', 200),
    availableFromAt: read.moment('AVAILABLE_FROM_AT'),
    validUntilAt: read.moment('VALID_UNTIL_AT'),
    loadText,
    unloadText,
    fromPlaceId: findPlace(loadText),
    toPlaceId: findPlace(unloadText),
    loadFromAt: read.moment('LOAD_FROM_AT'),
    source: read.code('SOURCE', OFFER_SOURCES),
    declineReason: read.code('DECLINE_REASON', DECLINE_REASONS),
    round: read.integer('ROUND', 0, 1000),
    authorId: read.userId('AUTHOR'),
    comment: withoutPapers(read.text('COMMENT', 2000)),
    xmlId: readText(item.xmlId, 100),
    createdAt: standard.createdAt,
    updatedAt: standard.updatedAt,
  }
}
