import * as fc from 'fast-check'
import { ADR_CODES, ATTEMPT_RESULTS, BODY_CODES, LOADING_CODES } from '../../../contract/codes.ts'
import type { CarrierFacts, ComingTruck, LaneHistory, LaneOnTheWay, SharedTruck } from '../../../server/match/facts.ts'
import { attempt, context, kazan, moscow, NOW, podolsk } from './cast.ts'

const number = fc.oneof(
  fc.double(),
  fc.integer({ min: -10, max: 300 }),
  fc.constantFrom(0, -1, 1e7, Number.NaN, Infinity),
)
const date = fc.oneof(
  fc.string(),
  fc.constantFrom(
    NOW,
    '1970-01-01T00:00:00.000Z',
    '2026-11-25',
    '9999-12-31T23:59:59.999Z',
    '2026-11-27T00:00:00+03:00',
  ),
)
/** Any that a date can have. */
const moment = fc.oneof(fc.constantFrom(Date.parse(NOW), 0), fc.integer({ min: -8.64e15, max: 8.64e15 }))
export const bodies = fc.subarray(BODY_CODES)
export const ways = fc.subarray(LOADING_CODES)
export const km = fc.oneof(fc.double({ min: 0, max: 400, noNaN: true }), number)

export const history: fc.Arbitrary<LaneHistory> = fc.record({
  from: fc.constantFrom(moscow, podolsk),
  to: fc.constant(kazan),
  fromOffKm: km,
  toOffKm: km,
  trips: fc.nat(50),
  tripsDecayed: number,
  lastTripMs: fc.option(moment),
  offers: fc.nat(50),
  offersDecayed: number,
  lastOfferMs: fc.option(moment),
})

export const direction = fc.record({
  from: fc.constant(moscow),
  to: fc.constant(kazan),
  bothWays: fc.boolean(),
  fromOffKm: km,
  toOffKm: km,
})
export const coming: fc.Arbitrary<ComingTruck> = fc.record({
  orderId: fc.nat(),
  from: fc.constant(kazan),
  place: fc.constant(podolsk),
  offKm: km,
  startOffKm: km,
  on: date,
  certainty: fc.constantFrom('unloaded', 'planned', 'estimated'),
})
export const way: fc.Arbitrary<LaneOnTheWay> = fc.record({
  from: fc.constant(podolsk),
  to: fc.constant(kazan),
  bothWays: fc.boolean(),
  laneKm: km,
  detourKm: km,
  share: number,
  nearness: fc.double({ min: 0, max: 1, noNaN: true }),
})
export const shared: fc.Arbitrary<SharedTruck> = fc.record({
  orderId: fc.nat(),
  from: fc.constant(podolsk),
  to: fc.constant(kazan),
  laneKm: km,
  detourKm: km,
  on: date,
  usedKg: fc.option(number),
  usedM3: fc.option(number),
  usedPallets: fc.option(fc.nat(40)),
  plates: fc.array(fc.string(), { maxLength: 2 }),
  agreed: fc.boolean(),
})

export const anyCarrier: fc.Arbitrary<CarrierFacts> = fc.record({
  companyId: fc.nat(),
  name: fc.string(),
  base: fc.option(
    fc.record({
      carrierId: fc.nat(),
      state: fc.constantFrom('active' as const, 'paused' as const, 'stop' as const),
      pausedUntilOn: fc.option(date),
      adrClasses: fc.subarray([...ADR_CODES] as string[]),
      adrUntilOn: fc.option(date),
      security: fc.constantFrom('unknown' as const, 'passed' as const, 'failed' as const),
      securityOn: fc.option(date),
      preferred: fc.boolean(),
      doNotUse: fc.boolean(),
      doNotUseReason: fc.option(fc.string()),
      optedOutOn: fc.option(date),
    }),
  ),
  vehicles: fc.array(
    fc.record({
      body: fc.option(fc.constantFrom(...BODY_CODES)),
      capacityKg: fc.option(number),
      volumeM3: fc.option(number),
      lengthM: fc.option(number),
      loading: ways,
      plate: fc.option(fc.string()),
    }),
    { maxLength: 3 },
  ),
  hasContact: fc.boolean(),
  exact: fc.option(history),
  near: fc.array(history, { maxLength: 3 }),
  region: fc.option(
    fc.record({
      fromRegion: fc.string(),
      toRegion: fc.string(),
      tripsDecayed: number,
      trips: fc.nat(),
      offersDecayed: number,
      offers: fc.nat(),
    }),
  ),
  declared: fc.array(direction, { maxLength: 4 }),
  standsAt: fc.option(fc.record({ place: fc.constant(podolsk), offKm: km, at: date })),
  freeAt: fc.option(fc.record({ place: fc.constant(podolsk), offKm: km, on: date })),
  home: fc.option(fc.record({ place: fc.constant(kazan), offKm: km, unloadOffKm: fc.option(km) })),
  soonEmpty: fc.array(coming, { maxLength: 3 }),
  sharing: fc.array(shared, { maxLength: 3 }),
  onTheWay: fc.array(way, { maxLength: 3 }),
  outbound: fc.array(direction, { maxLength: 2 }),
  attempts: fc.array(
    fc.record({ result: fc.constantFrom(...ATTEMPT_RESULTS), until: fc.option(date) }).map((press) => attempt(press)),
    { maxLength: 4 },
  ),
})

export const anyContext = fc
  .record({
    weightKg: fc.option(number),
    volumeM3: fc.option(number),
    heightM: fc.option(number),
    widthM: fc.option(number),
    lengthM: fc.option(number),
    pallets: fc.option(fc.nat(60)),
    bodies,
    loading: ways,
    unloading: ways,
    loadingAll: fc.boolean(),
    adr: fc.option(fc.constantFrom(...ADR_CODES)),
    tempFromC: fc.option(number),
    tempToC: fc.option(number),
    partLoad: fc.boolean(),
    loadFromAt: fc.option(date),
    loadToAt: fc.option(date),
    excludedCompanyIds: fc.array(fc.nat(), { maxLength: 3 }),
  })
  .map((changes) => context(changes))

export const candidates = fc.uniqueArray(anyCarrier, { selector: ({ companyId }) => companyId, maxLength: 12 })
