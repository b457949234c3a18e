import { attempted } from './attempted.ts'
import type { Criterion } from './criterion.ts'
import { declared } from './declared.ts'
import { exactOffers } from './exact-offers.ts'
import { exactTrips } from './exact-trips.ts'
import { nearOffers } from './near-offers.ts'
import { nearTrips } from './near-trips.ts'
import { onTheWay } from './on-the-way.ts'
import { partLoad } from './part-load.ts'
import { preferred } from './preferred.ts'
import { region } from './region.ts'
import { returnLeg } from './return-leg.ts'
import { ruled } from './ruled.ts'
import { truckNear } from './truck-near.ts'

/** Addends of E, under the logarithm. */
export const EVIDENCE: readonly Criterion[] = [
  exactTrips,
  exactOffers,
  nearTrips,
  nearOffers,
  declared,
  region,
  truckNear,
  returnLeg,
  onTheWay,
  partLoad,
]

/** Small terms beside it. */
export const TERMS: readonly Criterion[] = [preferred, ruled, attempted]
