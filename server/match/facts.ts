import type { Attempt, Vehicle } from '../../contract/carriers.ts'
import type { BodyCode, VatCode } from '../../contract/codes.ts'
import type { Load } from '../../contract/load.ts'
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
  lastTripAt: string | null
  /** Offers on the lane, taken or not, decayed the same way. */
  offersDecayed: number
  offers: number
  lastOfferAt: string | null
}

export interface DeclaredLane {
  from: Place
  to: Place
  bothWays: boolean
  /** Offsets of the better way round when the direction is declared both ways. */
  fromOffKm: number
  toOffKm: number
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
  home: KnownPosition | null
  /** Attempts on this very load, newest first. */
  attempts: Attempt[]
}

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
}
