import { ADR_CODES, BODY_CODES, LOADING_CODES } from '../../../contract/codes.ts'
import { semanticsOf, stageCode, type SchemaMap } from '../../portal/schema-map.ts'
import type { LoadRow, StoredStop } from '../../store/schema.ts'
import { createItemReader, type Item, type ItemReader } from './item-reader.ts'
import type { FindPlace } from './place-finder.ts'
import { readParent, readStandard } from './standard-fields.ts'
import { readStop } from './typed-stop.ts'

const DIRECTION_KINDS = ['domestic', 'export', 'import', 'transit'] as const
const MOST_KG = 1_000_000
const MOST_M3 = 10_000
const MOST_M = 200

/** What a request and an order have in common: stops, cargo, dates and the client's price, read by the same code. */
export function indexLoad(item: Item, kind: LoadRow['kind'], map: SchemaMap, findPlace: FindPlace): LoadRow | null {
  const standard = readStandard(item)
  if (!standard) return null
  const process = map.processes[kind]
  const read = createItemReader(item, process)
  const stops = stopsOf(read)
  const loadText = stops.find((stop) => stop.action === 'load')?.text ?? null
  const unloadText = stops.findLast((stop) => stop.action === 'unload')?.text ?? null
  return {
    kind,
    ...standard,
    stage: stageCode(process, item.stageId),
    semantics: semanticsOf(process, item.stageId),
    leadId: readParent(item, 1),
    dealId: readParent(item, 2),
    requestId: readParent(item, map.processes.request.entityTypeId),
    loadText,
    unloadText,
    fromPlaceId: findPlace(loadText),
    toPlaceId: findPlace(unloadText),
    stops: JSON.stringify(stops),
    loadFromAt: read.moment('LOAD_FROM_AT'),
    loadToAt: read.moment('LOAD_TO_AT'),
    unloadByAt: read.moment('UNLOAD_BY_AT'),
    ...cargoOf(read),
    ...clientOf(read, standard.createdAt),
    ...NO_CARRIER,
  }
}

function cargoOf(read: ItemReader) {
  return {
    cargo: read.text('CARGO'),
    weightKg: positive(read, 'WEIGHT_KG', MOST_KG),
    volumeM3: positive(read, 'VOLUME_M3', MOST_M3),
    pallets: read.integer('PALLETS', 1, 10_000),
    lengthM: positive(read, 'LENGTH_M', MOST_M),
    widthM: positive(read, 'WIDTH_M', MOST_M),
    heightM: positive(read, 'HEIGHT_M', MOST_M),
    bodies: JSON.stringify(read.codes('BODY', BODY_CODES)),
    loading: JSON.stringify(read.codes('LOADING', LOADING_CODES)),
    unloading: JSON.stringify(read.codes('UNLOADING', LOADING_CODES)),
    loadingAll: read.flag('LOADING_ALL') ? 1 : 0,
    adr: read.code('ADR', ADR_CODES),
    tempFromC: read.number('TEMP_FROM_C', -100, 100),
    tempToC: read.number('TEMP_TO_C', -100, 100),
    partLoad: read.flag('PART_LOAD') ? 1 : 0,
    directionKind: read.code('DIRECTION_KIND', DIRECTION_KINDS),
  }
}

function clientOf(read: ItemReader, on: string) {
  const client = read.money('CLIENT_RATE')
  const target = read.money('TARGET_RATE')
  return {
    clientRateMinor: client?.minor ?? null,
    clientRateCurrency: client?.currency ?? null,
    clientVat: read.vatOfForm('CLIENT_PAYMENT_FORM', 'CLIENT_RATE', on),
    targetRateMinor: target?.minor ?? null,
    targetRateCurrency: target?.currency ?? null,
    distanceKm: positive(read, 'DISTANCE_KM', 30_000),
    excludedCompanyIds: JSON.stringify(read.companyIds('EXCLUDED_CARRIERS')),
  }
}

const NO_CARRIER = {
  carrierCompanyId: null,
  carrierRateMinor: null,
  carrierRateCurrency: null,
  carrierVat: null,
  vehiclePlate: null,
  trailerPlate: null,
  loadedAt: null,
  unloadedAt: null,
  logistId: null,
  managerId: null,
}

// Zero kilograms or kilometres are an untouched field, not a fact.
function positive(read: ItemReader, code: string, most: number): number | null {
  return read.number(code, Number.MIN_VALUE, most)
}

/** First loading, the typed stops in their order, last unloading; ends that nobody typed are left out. */
function stopsOf(read: ItemReader): StoredStop[] {
  const extra = read
    .texts('EXTRA_STOPS', 1000)
    .map(readStop)
    .filter((stop) => stop !== null)
  const start = read.text('LOAD_PLACE')
  const end = read.text('UNLOAD_PLACE')
  const first: StoredStop = {
    action: 'load',
    text: start,
    fromAt: read.moment('LOAD_FROM_AT'),
    toAt: read.moment('LOAD_TO_AT'),
  }
  const last: StoredStop = { action: 'unload', text: end, fromAt: null, toAt: read.moment('UNLOAD_BY_AT') }
  const loadings = extra.filter((stop) => stop.action === 'load')
  const unloadings = extra.filter((stop) => stop.action === 'unload')
  return [
    ...(start === null && loadings.length ? [] : [first]),
    ...loadings,
    ...unloadings,
    ...(end === null && unloadings.length ? [] : [last]),
  ]
}
