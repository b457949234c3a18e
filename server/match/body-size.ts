import type { Vehicle } from '../../contract/carriers.ts'
import type { BodyCode } from '../../contract/codes.ts'
import { STANDARD_TILT_HEIGHT_M } from './compatibility.ts'

/** Width and height of the load on the road without a special permit, metres: the vehicle as a whole may be 4 m high. */
export const PERMIT_FREE_WIDTH_M = 2.55
const HIGHEST_ON_ROAD_M = 4
/** Height of the deck of an open semitrailer. */
const DECK_M = 1.2
/** What may stand out behind an open body. */
const OVERHANG_M = 2

/** The largest piece any closed standard body takes in, metres. */
export const LARGEST_CLOSED = { widthM: 2.5, heightM: 3.05, lengthM: 13.7 }

const TILT = { widthM: LARGEST_CLOSED.widthM, heightM: STANDARD_TILT_HEIGHT_M }
const TALL = { widthM: LARGEST_CLOSED.widthM, heightM: LARGEST_CLOSED.heightM }
const OPEN = { widthM: PERMIT_FREE_WIDTH_M, heightM: HIGHEST_ON_ROAD_M - DECK_M }

/** Widest and highest piece a body takes; null where bodies of that name differ too much, or are made for oversize. */
export const ROOM_OF: Record<BodyCode, { widthM: number; heightM: number } | null> = {
  tent: TILT,
  curtain: TILT,
  mega: TALL,
  jumbo: TALL,
  van: TILT,
  box: TILT,
  isotherm: TILT,
  reefer: TILT,
  reefer_multi: TILT,
  container: { widthM: 2.35, heightM: STANDARD_TILT_HEIGHT_M },
  flatbed: OPEN,
  platform: OPEN,
  manipulator: OPEN,
  lowboy: null,
  tipper: null,
  tanker: null,
  car_carrier: null,
  grain: null,
  timber: null,
  other: null,
}

/** What a platform carries wider than itself, with a permit for the route. */
export const WIDE_BODIES = ['platform', 'lowboy'] as const satisfies BodyCode[]
/** What keeps a high piece under four metres, and a long one on its deck. */
export const LOW_BODIES = ['lowboy'] as const satisfies BodyCode[]
export const TALL_BODIES = ['mega', 'jumbo', 'lowboy'] as const satisfies BodyCode[]

export const OPEN_BODIES: ReadonlySet<BodyCode> = new Set<BodyCode>(['flatbed', 'platform', 'manipulator'])

/**
 * The longest inner length of trucks of one class, by volume and else by capacity, each on the generous side: what is
 * longer fits in none of them. A lorry with a trailer has the most volume and two short bodies.
 */
const LENGTH_BY_M3: readonly [upToM3: number, lengthM: number][] = [
  [18, 5.2],
  [26, 6.4],
  [42, 7.6],
  [66, 9.8],
  [105, LARGEST_CLOSED.lengthM],
  [Infinity, 8.6],
]
const LENGTH_BY_KG: readonly [upToKg: number, lengthM: number][] = [
  [2_000, 6.4],
  [7_000, 8.2],
  [12_000, 10],
  [Infinity, LARGEST_CLOSED.lengthM],
]
/** From this volume on a truck is a lorry with a trailer: twice the length for pallets, once for a long piece. */
const TWO_BODIES_FROM_M3 = 105
/** A Euro pallet is 0.8 × 1.2 m and two stand side by side. */
const PALLET_LENGTH_M = 0.8

/** The longest piece the vehicle can take, metres; null where nothing known of it says. */
export function longestPieceM({ body, lengthM, volumeM3, capacityKg }: Vehicle): number | null {
  if (body === null || ROOM_OF[body] === null) return null
  const inside = lengthM ?? classLengthM(volumeM3, capacityKg)
  if (inside === null) return null
  return OPEN_BODIES.has(body) ? inside + OVERHANG_M : inside
}

/** How many Euro pallets stand on its floor at most; null where nothing known of it says. */
export function mostPallets({ body, lengthM, volumeM3, capacityKg }: Vehicle): number | null {
  if (body === null || ROOM_OF[body] === null) return null
  const inside = lengthM ?? classLengthM(volumeM3, capacityKg)
  if (inside === null) return null
  const bodies = lengthM === null && volumeM3 !== null && volumeM3 > TWO_BODIES_FROM_M3 ? 2 : 1
  // A hundredth of a pallet is a rounding of metres, not a pallet less.
  return 2 * bodies * Math.floor(inside / PALLET_LENGTH_M + 0.01)
}

/** Length of floor that pallets take, metres. */
export function metresOfPallets(pallets: number): number {
  return Math.ceil(pallets / 2) * PALLET_LENGTH_M
}

function classLengthM(volumeM3: number | null, capacityKg: number | null): number | null {
  if (isMeasure(volumeM3)) return LENGTH_BY_M3.find(([upTo]) => volumeM3 <= upTo)![1]
  return isMeasure(capacityKg) ? LENGTH_BY_KG.find(([upTo]) => capacityKg <= upTo)![1] : null
}

function isMeasure(value: number | null): value is number {
  return value !== null && value > 0 && Number.isFinite(value)
}
