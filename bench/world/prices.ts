import type { BodyCode, VatCode } from '../../contract/codes.ts'
import type { LatentCarrier } from './carriers.ts'
import type { Geography } from './geography.ts'
import { BODIES, type Knobs } from './knobs.ts'
import type { Lane } from './lanes.ts'
import type { Random } from './random.ts'

const DAY_MS = 86_400_000
/** Roads are longer than the great circle. */
const ROAD_FACTOR = 1.18
/** Roubles for coming at all, and for each kilometre of a tilt, without VAT. */
const START_ROUBLES = 9000
const ROUBLES_PER_KM = 62
const GENERAL_22_SINCE_MS = Date.parse('2026-01-01T00:00:00Z')
const ROUND_ROUBLES = 500

/** What a lane costs: distance, body, an imbalance of its regions that turns with the seasons, growth of the market. */
export function marketOf(geography: Geography, knobs: Knobs, random: Random) {
  const regionTrade = Float64Array.from(geography.places, () => 0.12 * random.normal())
  const sinceMs = Date.parse(knobs.sinceAt)
  return function marketRoubles(lane: Lane, body: BodyCode, atMs: number): number {
    const years = (atMs - sinceMs) / (365 * DAY_MS)
    const season = 1 + 0.05 * Math.sin(2 * Math.PI * years)
    const imbalance = Math.exp(regionTrade[geography.region[lane.from]!]! - regionTrade[geography.region[lane.to]!]!)
    const perKm = ROUBLES_PER_KM * imbalance * (BODIES.find((known) => known.body === body)?.price ?? 1)
    return (START_ROUBLES + perKm * lane.km * ROAD_FACTOR) * season * 1.06 ** years
  }
}

/** Logarithm of how one price of this carrier differs from the market. */
export function drawMarkup(carrier: LatentCarrier, knobs: Knobs, random: Random): number {
  return carrier.posture + knobs.priceNoise * random.normal()
}

/** A price as it is written down: with the carrier's VAT inside, in whole half-thousands of roubles. Kopecks. */
export function writtenPrice(
  netRoubles: number,
  carrier: LatentCarrier,
  atMs: number,
): { minor: number; vat: VatCode } {
  const vat = carrier.vat === 'general' ? (atMs >= GENERAL_22_SINCE_MS ? '22' : '20') : carrier.vat
  const percent = vat === 'none' || vat === 'cash' ? 0 : Number(vat)
  const roubles = Math.max(1, Math.round((netRoubles * (1 + percent / 100)) / ROUND_ROUBLES)) * ROUND_ROUBLES
  return { minor: roubles * 100, vat }
}
