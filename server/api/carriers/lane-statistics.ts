import { BODY_CODES } from '../../../contract/codes.ts'
import type { LaneRates } from '../../../contract/carriers.ts'
import type { Load } from '../../../contract/load.ts'
import type { Place } from '../../../contract/place.ts'
import type { SeenRate } from '../../match/facts.ts'
import { laneRates } from '../../match/lane-rates.ts'
import type { PortalStore } from '../../store/database.ts'
import { readRates } from '../../store/lane-reader.ts'
import type { AreaOfEnd } from './lane-area.ts'
import { rateOf } from './load-view.ts'

const YEAR_MS = 365 * 86_400_000

/** What this lane and its surroundings have cost in the last year. */
export async function laneStatistics(
  store: PortalStore,
  load: Load,
  lane: { from: Place; to: Place; fromArea: AreaOfEnd; toArea: AreaOfEnd },
  now: string,
): Promise<LaneRates> {
  const since = new Date(Date.parse(now) - YEAR_MS).toISOString()
  const found = await readRates(store, lane.fromArea.ids, lane.toArea.ids, since)
  const seen = found.flatMap((rate): SeenRate[] => {
    const area = areaOfRate(rate, lane)
    if (!area) return []
    const { companyId, at, distanceKm } = rate
    const body = BODY_CODES.find((code) => code === rate.body) ?? null
    return [{ companyId, at, distanceKm, area, body, ...rateOf(rate.minor, rate.currency, rate.vat) }]
  })
  return laneRates(seen, { now, distanceKm: load.distance?.km ?? null, bodies: load.bodies })
}

function areaOfRate(
  { fromPlaceId, toPlaceId }: { fromPlaceId: number; toPlaceId: number },
  { from, to, fromArea, toArea }: { from: Place; to: Place; fromArea: AreaOfEnd; toArea: AreaOfEnd },
): SeenRate['area'] | null {
  if (fromPlaceId === from.id && toPlaceId === to.id) return 'exact'
  if (fromArea.near.has(fromPlaceId) && toArea.near.has(toPlaceId)) return 'near'
  return fromArea.region.has(fromPlaceId) && toArea.region.has(toPlaceId) ? 'region' : null
}
