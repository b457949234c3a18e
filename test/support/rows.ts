import type { Gazetteer } from '../../server/places/gazetteer.ts'
import type { PortalStore } from '../../server/store/database.ts'
import { saveCarriers } from '../../server/store/carrier-writer.ts'
import { saveCompanies } from '../../server/store/company-writer.ts'
import { saveLoads } from '../../server/store/load-writer.ts'
import { saveOffers } from '../../server/store/offer-writer.ts'
import type { CarrierBaseRow, LoadRow, OfferRow } from '../../server/store/schema.ts'

const AT = '2026-11-20T06:00:00.000Z'

/** Named carriers of the tests. */
export const VEKTOR = 501
export const RITM = 502
export const SEVER = 503
/** A client: never a carrier. */
export const CLIENT = 900

export function loadRow(change: Partial<LoadRow>): LoadRow {
  const stops = [
    { action: 'load', text: change.loadText ?? null, fromAt: null, toAt: null },
    { action: 'unload', text: change.unloadText ?? null, fromAt: null, toAt: null },
  ]
  return {
    kind: 'request',
    id: 15,
    title: 'Запрос 15',
    stage: 'SEARCH',
    semantics: 'P',
    assignedById: 8,
    companyId: CLIENT,
    leadId: null,
    dealId: null,
    requestId: null,
    loadText: null,
    unloadText: null,
    fromPlaceId: null,
    toPlaceId: null,
    stops: JSON.stringify(stops),
    loadFromAt: '2026-11-25T06:00:00.000Z',
    loadToAt: null,
    unloadByAt: null,
    cargo: 'мебель',
    weightKg: 5000,
    volumeM3: 40,
    pallets: null,
    lengthM: null,
    widthM: null,
    heightM: null,
    bodies: '["tent"]',
    loading: '[]',
    unloading: '[]',
    loadingAll: 0,
    adr: null,
    tempFromC: null,
    tempToC: null,
    partLoad: 0,
    directionKind: 'domestic',
    clientRateMinor: 12_000_000,
    clientRateCurrency: 'RUB',
    clientVat: '22',
    targetRateMinor: 9_000_000,
    targetRateCurrency: 'RUB',
    distanceKm: null,
    excludedCompanyIds: '[]',
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
    createdAt: AT,
    updatedAt: AT,
    ...change,
  }
}

export function offerRow(change: Partial<OfferRow>): OfferRow {
  return {
    id: 1,
    action: 'quote',
    stage: 'RECEIVED',
    semantics: 'P',
    requestId: null,
    orderId: null,
    companyId: VEKTOR,
    rateMinor: 8_800_000,
    rateCurrency: 'RUB',
    ratePerKmMinor: null,
    vat: '22',
    termEvent: null,
    termDays: null,
    termBankDays: null,
    prepayPercent: null,
    body: null,
    capacityKg: null,
    volumeM3: null,
    vehiclePlate: null,
    trailerPlate: null,
    driverName: null,
    availableFromAt: null,
    validUntilAt: null,
    loadText: null,
    unloadText: null,
    fromPlaceId: null,
    toPlaceId: null,
    loadFromAt: null,
    source: 'call',
    declineReason: null,
    round: null,
    authorId: 7,
    comment: null,
    xmlId: null,
    createdAt: AT,
    updatedAt: AT,
    ...change,
  }
}

export function carrierRow(change: Partial<CarrierBaseRow>): CarrierBaseRow {
  return {
    id: 60,
    companyId: VEKTOR,
    contactId: null,
    title: 'Перевозчик',
    state: 'active',
    pausedUntilOn: null,
    body: null,
    capacityKg: null,
    volumeM3: null,
    homeText: null,
    homePlaceId: null,
    nowText: null,
    nowPlaceId: null,
    nowAt: null,
    freeText: null,
    freePlaceId: null,
    freeOn: null,
    adr: '[]',
    adrUntilOn: null,
    vat: null,
    channel: 'phone',
    messageContact: null,
    optedOutOn: null,
    security: 'passed',
    securityOn: null,
    preferred: 0,
    doNotUse: 0,
    doNotUseReason: null,
    updatedAt: AT,
    ...change,
  }
}

/**
 * Request 15 from Moscow to Kazan, and what is known of three carriers: «Вектор» has driven the lane, «Ритм» declares it
 * and stands nearby, «Север» has only offered, and only a reefer.
 */
export async function plantRows(store: PortalStore, gazetteer: Gazetteer): Promise<void> {
  const placeId = (name: string) => {
    const found = gazetteer.resolve(name)
    if (found.state !== 'known') throw new Error(`The gazetteer does not know ${name}`)
    return found.place.id
  }
  const lane = { fromPlaceId: placeId('Москва'), toPlaceId: placeId('Казань') }
  const texts = { loadText: 'г. Москва', unloadText: 'Казань' }
  const company = (id: number, title: string) => ({ id, title, assignedById: 7, updatedAt: AT })
  const phone = (ownerId: number, value: string) => {
    return { ownerKind: 'company' as const, ownerId, position: 0, value, type: 'WORK' }
  }
  await saveCompanies(
    store,
    [
      company(VEKTOR, 'ООО «Вектор»'),
      company(RITM, 'ИП Ритм'),
      company(SEVER, 'Север-Транс'),
      company(CLIENT, 'АО «Клиент»'),
    ],
    [
      phone(VEKTOR, '+7 916 123-45-42'),
      phone(RITM, '8 (917) 222-33-11'),
      phone(SEVER, '+375 29 765-43-21'),
      phone(CLIENT, '+7 495 777-77-77'),
    ],
  )
  await saveLoads(store, 'request', [loadRow({ ...lane, ...texts })])
  const trip = (id: number, createdAt: string) =>
    loadRow({
      kind: 'order',
      id,
      ...lane,
      ...texts,
      stage: 'DONE',
      semantics: 'S',
      carrierCompanyId: VEKTOR,
      carrierRateMinor: 8_500_000,
      carrierRateCurrency: 'RUB',
      carrierVat: '22',
      distanceKm: 815,
      loadFromAt: createdAt,
      createdAt,
      updatedAt: createdAt,
    })
  await saveLoads(store, 'order', [trip(31, '2026-10-01T06:00:00.000Z'), trip(32, '2026-11-11T06:00:00.000Z')])
  await saveOffers(store, [
    offerRow({
      id: 41,
      companyId: SEVER,
      body: 'reefer',
      capacityKg: 18_000,
      ...lane,
      createdAt: '2026-11-01T06:00:00.000Z',
    }),
    offerRow({ id: 42, companyId: RITM, requestId: 15, ...lane, createdAt: '2026-11-21T06:00:00.000Z', authorId: 8 }),
  ])
  const direction = { carrierId: 61, position: 0, text: 'Москва — Казань', ...lane, bothWays: 1 }
  const vehicle = {
    carrierId: 61,
    position: 0,
    body: 'tent',
    capacityKg: 20_000,
    volumeM3: 86,
    lengthM: null,
    loading: '["rear"]',
    plate: null,
  }
  await saveCarriers(store, [
    {
      carrier: carrierRow({
        id: 61,
        companyId: RITM,
        nowText: 'Подольск',
        nowPlaceId: placeId('Подольск'),
        nowAt: '2026-11-22T06:00:00.000Z',
      }),
      directions: [direction],
      vehicles: [vehicle],
    },
    { carrier: carrierRow({ id: 60, companyId: VEKTOR }), directions: [], vehicles: [] },
  ])
}
