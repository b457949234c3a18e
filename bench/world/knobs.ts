import type { BodyCode, VatCode } from '../../contract/codes.ts'

/** How large a world is. Counts are exact. */
export interface WorldSize {
  carriers: number
  orders: number
  offers: number
  directions: number
}

/** What is usual: 3⅓ offers an order, 3.35 declared directions a carrier. */
export function usualSize(carriers: number, orders: number): WorldSize {
  return { carriers, orders, offers: Math.round((orders * 10) / 3), directions: Math.round(carriers * 3.35) }
}

/**
 * Every knob of the generator. The world is made of habits that nobody writes down; the four files show only their
 * traces. Nothing here was fitted to the matcher, and nothing here imports it.
 */
export interface Knobs {
  /** First moment (UTC ISO) and length of the history. */
  sinceAt: string
  days: number

  /** Places below this many people send and receive no freight of their own. */
  smallestPlace: number
  /** Freight of a place grows with population to this power. */
  populationPower: number
  /** Freight falls by e every so many kilometres; nearer than `shortestKm` it is not forwarders' business. */
  distanceScaleKm: number
  shortestKm: number
  /** Different lanes for each order, and the exponent of Zipf's law of their popularity. */
  lanesPerOrder: number
  zipf: number
  /** Share of a lane's orders that need the lane's own usual body. */
  laneBodyShare: number

  /** A carrier runs from `fewestHabits` to `mostHabits` lanes, each of its own importance (log-normal spread). */
  fewestHabits: number
  mostHabits: number
  habitSpread: number
  /** Shares of habits that start round home, and that lead back there; the rest lie anywhere. */
  outboundShare: number
  homeboundShare: number
  homeRadiusKm: number
  /** How far off his lanes a carrier still goes: willingness falls by e every so many kilometres, both ends together. */
  nearestReachKm: number
  furthestReachKm: number
  /** Willingness for any other lane between the regions of one of his lanes. */
  regional: number
  /** Willingness for a lane to anywhere that starts where one of his does: a truck at hand. */
  atHand: number
  /** How unequal carriers are in what they take from this forwarder (log-normal spread). */
  activitySpread: number
  /** Probability that a carrier has a second body. */
  secondBody: number

  /** Who is asked and offers: in proportion to preference to this power. */
  sharpness: number
  /** Share of offers from carriers who have no habit there at all. */
  stray: number
  /** Whose offer is taken: preference to this power, and price: e per this share of the price. */
  loyalty: number
  priceScale: number
  /** How prices differ by carrier and by offer (log-normal spreads), and by what executors are beaten down. */
  postureSpread: number
  priceNoise: number
  bargain: number

  /** What gets written down: bodies in the carrier base, habits as directions, bodies, rates and VAT in rows. */
  declaredBodies: number
  declaringCarriers: number
  declaredHabits: number
  /** Share of directions that are wishes, not habits. */
  falseDirections: number
  unknownBody: number
  unknownRate: number
  unknownVat: number

  /** Share of carriers who leave all their lanes at the middle of the history; what they declared stays as it was. */
  movingCarriers: number
}

export const USUAL: Knobs = {
  sinceAt: '2024-11-01T00:00:00.000Z',
  days: 730,
  smallestPlace: 8000,
  populationPower: 0.85,
  distanceScaleKm: 1100,
  shortestKm: 80,
  lanesPerOrder: 0.15,
  zipf: 1,
  laneBodyShare: 0.5,
  fewestHabits: 2,
  mostHabits: 6,
  habitSpread: 0.7,
  outboundShare: 0.6,
  homeboundShare: 0.25,
  homeRadiusKm: 120,
  nearestReachKm: 15,
  furthestReachKm: 60,
  regional: 0.03,
  atHand: 0.003,
  activitySpread: 1,
  secondBody: 0.3,
  sharpness: 1.2,
  stray: 0.05,
  loyalty: 0.5,
  priceScale: 0.1,
  postureSpread: 0.07,
  priceNoise: 0.06,
  bargain: 0.03,
  declaredBodies: 0.85,
  declaringCarriers: 0.75,
  declaredHabits: 0.7,
  falseDirections: 0.25,
  unknownBody: 0.03,
  unknownRate: 0.05,
  unknownVat: 0.05,
  movingCarriers: 0,
}

/** Most carriers change their lanes midway, so that old history and everything declared misleads. */
export const MISLEADING: Knobs = { ...USUAL, movingCarriers: 0.8 }

/** Shares of bodies among orders and carriers; the price of each against a tilt; what a request for it accepts. */
export const BODIES: { body: BodyCode; share: number; price: number; acceptedBy: BodyCode[] }[] = [
  { body: 'tent', share: 0.54, price: 1, acceptedBy: ['tent', 'curtain', 'mega', 'jumbo'] },
  { body: 'reefer', share: 0.15, price: 1.25, acceptedBy: ['reefer', 'reefer_multi'] },
  { body: 'isotherm', share: 0.07, price: 1.1, acceptedBy: ['isotherm', 'reefer', 'reefer_multi'] },
  { body: 'box', share: 0.05, price: 1.05, acceptedBy: ['box', 'van', 'isotherm'] },
  { body: 'van', share: 0.04, price: 0.95, acceptedBy: ['van', 'box', 'isotherm'] },
  { body: 'flatbed', share: 0.05, price: 1, acceptedBy: ['flatbed', 'platform'] },
  { body: 'platform', share: 0.02, price: 1.1, acceptedBy: ['platform', 'flatbed'] },
  { body: 'curtain', share: 0.02, price: 1, acceptedBy: ['curtain'] },
  { body: 'mega', share: 0.02, price: 1.15, acceptedBy: ['mega'] },
  { body: 'container', share: 0.02, price: 1.05, acceptedBy: ['container'] },
  { body: 'tipper', share: 0.01, price: 0.9, acceptedBy: ['tipper'] },
  { body: 'lowboy', share: 0.01, price: 1.8, acceptedBy: ['lowboy'] },
]

/** How carriers are taxed. `general` is the rate of the day: 20 % before 2026, 22 % since. */
export const REGIMES: { vat: VatCode | 'general'; share: number }[] = [
  { vat: 'general', share: 0.45 },
  { vat: 'none', share: 0.27 },
  { vat: '5', share: 0.14 },
  { vat: '7', share: 0.07 },
  { vat: 'cash', share: 0.06 },
  { vat: '0', share: 0.01 },
]
