import type { Attempt, Vehicle } from '../../contract/carriers.ts'
import type { BodyCode, VatCode } from '../../contract/codes.ts'
import type { Load } from '../../contract/load.ts'
import type { MatchRule } from '../../contract/match-rules.ts'
import type { Place } from '../../contract/place.ts'
import type { SecurityRule } from './security.ts'

/**
 * What one lane of a carrier's history or one declared direction looks like from the load's point of view.
 * Distances are straight-line kilometres between the ends of that lane and the ends of the load's lane.
 */
export interface LaneHistory {
  from: Place
  to: Place
  fromOffKm: number
  toOffKm: number
  /** Finished orders on the lane, each decayed by exp(-age/240 days); and how many they are. */
  tripsDecayed: number
  trips: number
  /** Milliseconds since 1970. */
  lastTripMs: number | null
  /** Offers on the lane, taken or not, decayed the same way. */
  offersDecayed: number
  offers: number
  lastOfferMs: number | null
}

export interface DeclaredLane {
  from: Place
  to: Place
  bothWays: boolean
  /** Offsets of the better way round when the direction is declared both ways. */
  fromOffKm: number
  toOffKm: number
}

/** A declared direction on whose way the load lies: picked up and dropped for a detour. Road kilometres, estimated. */
export interface LaneOnTheWay {
  from: Place
  to: Place
  bothWays: boolean
  laneKm: number
  detourKm: number
  /** How much of the way is driven with the load, 0…1. */
  share: number
  /** What the nearness of its own ends counts already, 0…1 (see `proximity`). */
  nearness: number
}

/** A truck on one of our own orders that comes, or has just come, empty near the loading place. */
export interface ComingTruck {
  orderId: number
  from: Place
  /** Where it is unloaded, and how far that is from the loading place. */
  place: Place
  offKm: number
  /** How far it had started from the load's unloading place: near it, the load is its way back. */
  startOffKm: number
  /** Calendar day (YYYY-MM-DD) of the unloading. */
  on: string
  /** Unloaded already; told in the order; or only worked out from the loading day and the road. */
  certainty: 'unloaded' | 'planned' | 'estimated'
}

/** A running order of ours on whose way a part load lies. What of it is not stated is null. */
export interface SharedTruck {
  orderId: number
  from: Place
  to: Place
  laneKm: number
  detourKm: number
  /** Calendar day (YYYY-MM-DD) on which the truck comes past the loading place. */
  on: string
  usedKg: number | null
  usedM3: number | null
  usedPallets: number | null
  plates: string[]
  /** That order allows a part load, too. */
  agreed: boolean
}

export interface KnownPosition {
  place: Place
  offKm: number
}

/**
 * Everything the matcher may know of one carrier and one load. Gathered by the store, judged by pure code.
 * Null is "not known", which is never the same as zero or "no".
 */
export interface CarrierFacts {
  companyId: number
  name: string
  /** null: the company has offers or trips but no entry in the carrier base. */
  base: {
    carrierId: number
    state: 'active' | 'paused' | 'stop'
    pausedUntilOn: string | null
    adrClasses: string[]
    adrUntilOn: string | null
    security: 'unknown' | 'passed' | 'failed'
    /** Calendar day of the last check. */
    securityOn: string | null
    preferred: boolean
    doNotUse: boolean
    doNotUseReason: string | null
    optedOutOn: string | null
  } | null
  /** Declared in the carrier base and seen in offers and trips; empty: nothing is known of the vehicles. */
  vehicles: Vehicle[]
  hasContact: boolean
  exact: LaneHistory | null
  /** Lanes with both ends within 150 km of the load's ends, the exact lane not repeated. */
  near: LaneHistory[]
  /** The same pair of regions, whatever the cities. */
  region: {
    fromRegion: string
    toRegion: string
    tripsDecayed: number
    trips: number
    offersDecayed: number
    offers: number
  } | null
  declared: DeclaredLane[]
  standsAt: (KnownPosition & { at: string }) | null
  freeAt: (KnownPosition & { on: string }) | null
  /** `unloadOffKm`: from the unloading place; null where that is further than 150 km. */
  home: (KnownPosition & { unloadOffKm: number | null }) | null
  soonEmpty: ComingTruck[]
  sharing: SharedTruck[]
  onTheWay: LaneOnTheWay[]
  /** Directions declared one way only, against the load's lane and near it: he comes back empty. */
  outbound: DeclaredLane[]
  /** Attempts on this very load, newest first. */
  attempts: Attempt[]
}

/** What is found besides history, directions and whereabouts; nothing of it for most carriers. */
export type FurtherFacts = Pick<CarrierFacts, 'soonEmpty' | 'sharing' | 'onTheWay' | 'outbound'>
export const NOTHING_FURTHER: FurtherFacts = { soonEmpty: [], sharing: [], onTheWay: [], outbound: [] }

/** One rate seen on or near the lane, for the lane's statistics. */
export interface SeenRate {
  companyId: number
  minor: number
  currency: string
  vat: VatCode | null
  /** UTC ISO. */
  at: string
  distanceKm: number | null
  area: 'exact' | 'near' | 'region'
  body: BodyCode | null
}

/** The moment and the load every judgement is made for: time is an argument, never read from a clock. */
export interface MatchContext {
  load: Load
  from: Place
  to: Place
  /** UTC ISO. */
  now: string
  /** IANA zone of the loading place, in which its calendar days are counted; Moscow time where it is not known. */
  timeZone?: string
  /** What this portal has chosen; the default where it has chosen nothing. */
  security?: SecurityRule
  /** Rules heads have set, whether they hold for this load or not. */
  rules?: readonly MatchRule[]
  /** The company the load is for. */
  clientId?: number | null
}
