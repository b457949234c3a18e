/**
 * Every number of the ranking, in one place with one version. Evidence is counted in "fresh trips on the exact
 * lane, times three": the lane weights are those that won on hidden history, the others are
 * judgements with their reason beside them. Change the version with any number.
 */
export const WEIGHTS = {
  version: '2026-11-b',

  /** Added to evidence before the logarithm: a carrier of whom nothing is known still has a score. */
  floor: 0.15,
  /** Days in which a trip or an offer loses 63 % of its weight. */
  decayDays: 240,

  trip: 3,
  offer: 1,
  /** History with both ends near the load's ends, times nearness. */
  near: 0.7,
  /** Nearness falls by e every so many kilometres of both offsets together; further than the limit it is nothing. */
  nearScaleKm: 40,
  nearLimitKm: 150,
  declared: 1.6,
  /** Declaring many directions side by side must not outweigh driving them. */
  declaredCap: 1.5,
  region: 0.05,

  /**
   * A truck that is there. Two fresh trips' worth: the carrier whose truck can load is called before one who only
   * drove the lane once or twice, and after one who drives it all the time and will have trucks anyway. Hidden
   * history cannot tell this weight, it does not know where trucks stood.
   */
  truck: 6,
  /** An empty run to the loading place is paid by the carrier: at 100 km the truck is worth a third. */
  truckScaleKm: 100,
  truckLimitKm: 300,
  /** A waiting truck finds other freight: after three days a third of them still stand there. */
  truckScaleDays: 3,
  truckLimitDays: 10,
  /** Free one day after the last loading day: loading dates do move by a day. */
  truckDayLate: 0.3,
  /** The loading date is not stated and the truck is free within days. */
  truckUndated: 0.5,

  /** Unloading worked out from the loading day is off by a day often enough. */
  truckEstimated: 0.8,

  /** A truck there whose way home is the load's lane: it would drive it empty, so it takes it first and for less. */
  returnLeg: 2,
  /** Home this far from the unloading place still is the way home. */
  homeScaleKm: 100,
  homeLimitKm: 150,
  /** Declared the other way round and living there: half a declared direction. */
  returnDeclared: 0.8,

  /**
   * A load on the way of a declared direction, at best; less with every kilometre of detour and of empty road. On hidden
   * history more than this pushes down those who drove the lane itself; this much lifts nobody wrongly.
   */
  onTheWay: 0.2,
  /** Several directions over the same road are one road. */
  onTheWayCap: 1.5,
  /** A detour is looked at up to this share of the way, and within these kilometres. */
  detourShare: 0.12,
  detourLeastKm: 40,
  detourMostKm: 150,
  /** A whole truck is not sent on a long way for a short part of it. */
  wayLeastShare: 0.4,

  /** A truck of ours that comes past with room for a part load: nearly a truck that stands there. */
  partLoad: 5,
  /** Its first client has not agreed yet, and how much room is left nobody knows. */
  partLoadUnagreed: 0.5,
  partLoadUnknown: 0.6,

  /** Terms beside the logarithm: a preferred carrier wins between equals (×1.35 evidence), not against history. */
  preferred: 0.3,
  /** A head's word outweighs the base's mark: prefer is three times the evidence, boost twice. */
  rulePrefer: 1.1,
  ruleBoost: 0.7,
  /** Each unanswered call in a row, up to three: the next in the list is called first, the carrier stays in sight. */
  noAnswer: -0.4,
  noAnswerCap: 3,
  /** Asked to be called later: nothing to do with him before that moment. */
  callBack: -0.15,
} as const

/** How fast and how far trucks drive. */
export const DRIVING = {
  /** One driver within his hours of driving and rest; what is promised above it is seldom kept. */
  kmPerDay: 600,
  /** Roads against the straight line, measured on known distances. */
  roadFactor: 1.18,
  /** Loading dates do move by a day. */
  lateDays: 1,
} as const

/** How lane rates are summed up. */
export const RATES = {
  /** Older rates tell of another market. */
  windowDays: 365,
  /** A month moves a lane by up to a third, so rates age faster than habits. */
  decayDays: 120,
  /** Fewer than this many, from fewer carriers, is not a statistic: the area is widened instead. */
  minCarriers: 3,
  minRates: 8,
  /** A lane twice as long costs this power of two more: measured on hidden orders. */
  lengthPower: 0.6,
  /** Low end, suggestion and high end as quantiles of what was asked and paid. */
  suggestedRange: [0.15, 0.5, 0.85],
  /** So many rates of these weeks, and none a third above another, are as sure as a lane gets. */
  surelyEnough: 12,
  narrowSpread: 1.3,
} as const
