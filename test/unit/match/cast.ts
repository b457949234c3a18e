import type { Attempt, Vehicle } from '../../../contract/carriers.ts'
import type { Load } from '../../../contract/load.ts'
import type { Place } from '../../../contract/place.ts'
import type { Criterion } from '../../../server/match/criteria/criterion.ts'
import { NOTHING_FURTHER, type CarrierFacts, type LaneHistory, type MatchContext } from '../../../server/match/facts.ts'
import { needsOf, type Needs } from '../../../server/match/needs.ts'

/** A small cast: Moscow → Kazan on 25 November 2026, looked at on Monday the 23rd at 10:00 Moscow time. */
export const NOW = '2026-11-23T07:00:00.000Z'

export const moscow: Place = { id: 524901, name: 'Москва', region: 'Москва', lat: 55.7522, lon: 37.6156 }
export const kazan: Place = { id: 551487, name: 'Казань', region: 'Татарстан', lat: 55.7887, lon: 49.1221 }
export const podolsk: Place = { id: 508101, name: 'Подольск', region: 'Московская область', lat: 55.4242, lon: 37.5547 }

export function load(changes: Partial<Load> = {}): Load {
  return {
    kind: 'request',
    id: 1,
    title: 'Москва — Казань',
    stops: [
      {
        action: 'load',
        place: { state: 'known', text: 'Москва', place: moscow, taught: false },
        fromAt: null,
        toAt: null,
      },
      {
        action: 'unload',
        place: { state: 'known', text: 'Казань', place: kazan, taught: false },
        fromAt: null,
        toAt: null,
      },
    ],
    cargo: null,
    weightKg: null,
    volumeM3: null,
    pallets: null,
    lengthM: null,
    widthM: null,
    heightM: null,
    bodies: [],
    loading: [],
    unloading: [],
    loadingAll: false,
    adr: null,
    tempFromC: null,
    tempToC: null,
    partLoad: false,
    loadFromAt: '2026-11-25T05:00:00.000Z',
    loadToAt: null,
    unloadByAt: null,
    distance: null,
    targetRate: null,
    excludedCompanyIds: [],
    assignedById: null,
    open: true,
    ...changes,
  }
}

export function context(changes: Partial<Load> = {}): MatchContext {
  return { load: load(changes), from: moscow, to: kazan, now: NOW }
}

export function needs(changes: Partial<Load> = {}): Needs {
  return needsOf(context(changes))
}

type Base = NonNullable<CarrierFacts['base']>

export function base(changes: Partial<Base> = {}): Base {
  return {
    carrierId: 10,
    state: 'active',
    pausedUntilOn: null,
    adrClasses: [],
    adrUntilOn: null,
    security: 'passed',
    securityOn: null,
    preferred: false,
    doNotUse: false,
    doNotUseReason: null,
    optedOutOn: null,
    ...changes,
  }
}

export function carrier(changes: Partial<CarrierFacts> = {}): CarrierFacts {
  return {
    companyId: 100,
    name: 'ИП Волков',
    base: base(),
    vehicles: [],
    hasContact: true,
    exact: null,
    near: [],
    region: null,
    declared: [],
    standsAt: null,
    freeAt: null,
    home: null,
    attempts: [],
    ...NOTHING_FURTHER,
    ...changes,
  }
}

export function vehicle(changes: Partial<Vehicle> = {}): Vehicle {
  return { body: null, capacityKg: null, volumeM3: null, lengthM: null, loading: [], plate: null, ...changes }
}

/** A lane driven or offered `trips` / `offers` times, all of them just now unless told otherwise. */
export function lane(changes: Partial<LaneHistory> = {}): LaneHistory {
  const { trips = 0, offers = 0 } = changes
  return {
    from: moscow,
    to: kazan,
    fromOffKm: 0,
    toOffKm: 0,
    trips,
    tripsDecayed: trips,
    lastTripMs: trips > 0 ? Date.parse(NOW) : null,
    offers,
    offersDecayed: offers,
    lastOfferMs: offers > 0 ? Date.parse(NOW) : null,
    ...changes,
  }
}

export function attempt(changes: Partial<Attempt> & Pick<Attempt, 'result'>): Attempt {
  return {
    key: 'press-0000000000000001',
    companyId: 100,
    byUserId: 7,
    byName: 'Иванов',
    at: NOW,
    until: null,
    comment: null,
    ...changes,
  }
}

/** A criterion's whole answer: its state, and its lines where it could judge. */
export function answerOf(criterion: Criterion, facts: CarrierFacts, asked: Needs) {
  const points = criterion.judge(facts, asked)
  return typeof points === 'string' ? { state: points } : { state: 'judged', lines: criterion.explain(facts, asked) }
}
