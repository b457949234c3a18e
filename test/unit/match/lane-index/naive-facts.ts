import type { CarrierFacts, LaneHistory } from '../../../../server/match/facts.ts'
import { momentMs } from '../../../../server/match/days.ts'
import { decayAt } from '../../../../server/match/decay.ts'
import type { LaneQuestion } from '../../../../server/match/lane-index/evidence-on-lane.ts'
import { carrier } from '../cast.ts'
import { geography, groupsBy, laneRows, placeOf, type Portal } from './portal-history.ts'
import type { Place } from '../../../../contract/place.ts'

/** Facts of every company with any history or direction round a lane, by going through all rows. */
export function naiveFacts(portal: Portal, { fromPlaceId, toPlaceId, nowMs }: LaneQuestion): Map<number, CarrierFacts> {
  const facts = new Map<number, CarrierFacts>()
  const factsOf = (companyId: number) => {
    const known = facts.get(companyId) ?? carrier({ companyId, near: [], declared: [] })
    facts.set(companyId, known)
    return known
  }
  const fromKm = kilometres(fromPlaceId)
  const toKm = kilometres(toPlaceId)
  const [fromRegion, toRegion] = [geography.regionOf(fromPlaceId), geography.regionOf(toPlaceId)]
  for (const row of laneRows(portal.rows)) {
    const lane: LaneHistory = {
      from: placeOrNumber(row.fromPlaceId),
      to: placeOrNumber(row.toPlaceId),
      fromOffKm: fromKm.get(row.fromPlaceId) ?? Number.NaN,
      toOffKm: toKm.get(row.toPlaceId) ?? Number.NaN,
      trips: row.trips,
      tripsDecayed: row.tripSum * decayAt(nowMs),
      lastTripMs: momentMs(row.lastTripAt),
      offers: row.offers,
      offersDecayed: row.offerSum * decayAt(nowMs),
      lastOfferMs: momentMs(row.lastOfferAt),
    }
    const isExact = row.fromPlaceId === fromPlaceId && row.toPlaceId === toPlaceId
    const isNear = fromKm.has(row.fromPlaceId) && toKm.has(row.toPlaceId)
    if (isExact) factsOf(row.companyId).exact = lane
    else if (isNear) factsOf(row.companyId).near.push(lane)
    const isInRegion =
      geography.regionOf(row.fromPlaceId) === fromRegion && geography.regionOf(row.toPlaceId) === toRegion
    if (!isInRegion || fromRegion === null || toRegion === null) continue
    const own = factsOf(row.companyId)
    own.region ??= { fromRegion, toRegion, trips: 0, tripsDecayed: 0, offers: 0, offersDecayed: 0 }
    own.region.trips += row.trips
    own.region.tripsDecayed += lane.tripsDecayed
    own.region.offers += row.offers
    own.region.offersDecayed += lane.offersDecayed
  }
  for (const direction of declaredOnce(portal)) {
    const { companyId, bothWays } = direction
    const ways = [
      [fromKm.get(direction.fromPlaceId), toKm.get(direction.toPlaceId)],
      ...(bothWays ? [[fromKm.get(direction.toPlaceId), toKm.get(direction.fromPlaceId)]] : []),
    ].filter((way): way is [number, number] => way[0] !== undefined && way[1] !== undefined)
    const best = ways.toSorted((a, b) => a[0] + a[1] - b[0] - b[1])[0]
    if (!best) continue
    const [from, to] = [placeOrNumber(direction.fromPlaceId), placeOrNumber(direction.toPlaceId)]
    factsOf(companyId).declared.push({ from, to, bothWays, fromOffKm: best[0], toOffKm: best[1] })
  }
  return facts
}

function declaredOnce({ directions }: Portal) {
  return groupsBy(directions, (row) => `${row.companyId} ${row.fromPlaceId} ${row.toPlaceId}`).map((rows) => ({
    ...rows[0]!,
    bothWays: rows.some(({ bothWays }) => bothWays),
  }))
}

function kilometres(placeId: number): Map<number, number> {
  return new Map([[placeId, 0], ...geography.neighbours(placeId).map(({ placeId: id, km }) => [id, km] as const)])
}

function placeOrNumber(id: number): Place {
  return placeOf(id) ?? { id, name: String(id), region: '', lat: 0, lon: 0 }
}
