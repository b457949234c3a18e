/**
 * Every number of the ranking, in one place with one version. Evidence is counted in "fresh trips on the exact
 * lane, times three": the lane weights are those that won on hidden history, the others are
 * judgements with their reason beside them. Change the version with any number.
 */
export const WEIGHTS = {
  version: '2026-11-a',

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

  /** Terms beside the logarithm: a preferred carrier wins between equals (×1.35 evidence), not against history. */
  preferred: 0.3,
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
} as const
