import type { History } from '../../../bench/world/history.ts'
import type { Vehicle } from '../../../contract/carriers.ts'
import type { BodyCode } from '../../../contract/codes.ts'
import type { Place } from '../../../contract/place.ts'
import { NOTHING_FURTHER, type CarrierFacts, type LaneHistory, type LaneOnTheWay } from '../../../server/match/facts.ts'
import type { IndexedHistory, IndexedLane } from '../../../server/match/lane-index/histories.ts'

type Base = NonNullable<CarrierFacts['base']>

/** Nothing in the files speaks against anybody. */
const ACTIVE: Omit<Base, 'carrierId'> = {
  state: 'active',
  pausedUntilOn: null,
  adrClasses: [],
  adrUntilOn: null,
  security: 'unknown',
  securityOn: null,
  preferred: false,
  doNotUse: false,
  doNotUseReason: null,
  optedOutOn: null,
}

/** What does not change from load to load, made once a carrier. */
export interface CarrierProfile {
  name: string
  base: Base | null
  vehicles: Vehicle[]
}

export function profilesOf({ carriers }: History, bodies: readonly ReadonlySet<BodyCode>[]): CarrierProfile[] {
  return carriers.map(({ code, inBase, capacityT, volumeM3 }, number) => ({
    name: code,
    base: inBase ? { ...ACTIVE, carrierId: number } : null,
    vehicles: Array.from(bodies[number]!, (body) => ({
      body,
      capacityKg: capacityT === null ? null : capacityT * 1000,
      volumeM3,
      lengthM: null,
      loading: [],
      plate: null,
    })),
  }))
}

/** The matcher's facts of one carrier, as the files tell them: lanes and bodies; no whereabouts, no attempts. */
export function factsOf(
  history: IndexedHistory,
  profile: CarrierProfile,
  lane: { from: Place; to: Place },
  placeOf: (id: number) => Place,
  onTheWay: LaneOnTheWay[] = [],
): CarrierFacts {
  const { companyId, exact, near, region, declared } = history
  return {
    companyId,
    ...profile,
    hasContact: true,
    exact: exact && new SeenLane(exact, placeOf),
    near: near.map((each) => new SeenLane(each, placeOf)),
    region: region && {
      fromRegion: lane.from.region,
      toRegion: lane.to.region,
      trips: region.trips,
      tripsDecayed: region.tripsDecayed,
      offers: region.offers,
      offersDecayed: region.offersDecayed,
    },
    declared: declared.map(({ fromPlaceId, toPlaceId, ...rest }) => ({
      from: placeOf(fromPlaceId),
      to: placeOf(toPlaceId),
      ...rest,
    })),
    standsAt: null,
    freeAt: null,
    home: null,
    attempts: [],
    ...NOTHING_FURTHER,
    onTheWay,
  }
}

/** A class for its getters: moments as text are read only where two carriers tie. */
class SeenLane implements LaneHistory {
  readonly from: Place
  readonly to: Place
  readonly fromOffKm: number
  readonly toOffKm: number
  readonly trips: number
  readonly tripsDecayed: number
  readonly offers: number
  readonly offersDecayed: number
  readonly #lane: IndexedLane

  constructor(lane: IndexedLane, placeOf: (id: number) => Place) {
    this.from = placeOf(lane.fromPlaceId)
    this.to = placeOf(lane.toPlaceId)
    this.fromOffKm = lane.fromOffKm
    this.toOffKm = lane.toOffKm
    this.trips = lane.trips
    this.tripsDecayed = lane.tripsDecayed
    this.offers = lane.offers
    this.offersDecayed = lane.offersDecayed
    this.#lane = lane
  }

  get lastTripAt(): string | null {
    return isoOf(this.#lane.lastTripMs)
  }

  get lastOfferAt(): string | null {
    return isoOf(this.#lane.lastOfferMs)
  }
}

function isoOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}
