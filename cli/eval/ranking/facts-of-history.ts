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
    exact: exact && seenLane(exact, placeOf),
    near: near.map((each) => seenLane(each, placeOf)),
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

function seenLane({ fromPlaceId, toPlaceId, ...seen }: IndexedLane, placeOf: (id: number) => Place): LaneHistory {
  return { from: placeOf(fromPlaceId), to: placeOf(toPlaceId), ...seen }
}
