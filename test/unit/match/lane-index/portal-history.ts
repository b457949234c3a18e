import type { BodyCode } from '../../../../contract/codes.ts'
import { weightAt } from '../../../../server/match/decay.ts'
import { buildLaneIndex } from '../../../../server/match/lane-index/build-lane-index.ts'
import type { LaneIndex } from '../../../../server/match/lane-index/lane-index.ts'
import type { DirectionRow, LaneRow } from '../../../../server/match/lane-index/lane-row.ts'
import { createNeighbours } from '../../../../server/places/neighbours.ts'
import type { GazetteerPlace } from '../../../../server/places/place.ts'

const settlement = (id: number, name: string, region: string, lat: number, lon: number): GazetteerPlace => ({
  id,
  name,
  region,
  lat,
  lon,
  country: 'RU',
  population: 1,
  aliases: [],
  timeZone: 'Europe/Moscow',
})

/** Two clusters and two places apart; −1 is one taught by hand, 999 stands in rows but in no gazetteer. */
export const PLACES = [
  settlement(524901, 'Москва', 'Москва', 55.7522, 37.6156),
  settlement(508101, 'Подольск', 'Московская область', 55.4242, 37.5547),
  settlement(-1, 'Ворсино', 'Калужская область', 55.2331, 36.6506),
  settlement(480060, 'Тверь', 'Тверская область', 56.8584, 35.9006),
  settlement(551487, 'Казань', 'Татарстан', 55.7887, 49.1221),
  settlement(500000, 'Зеленодольск', 'Татарстан', 55.8469, 48.5012),
  settlement(523750, 'Набережные Челны', 'Татарстан', 55.7436, 52.3958),
  settlement(1486209, 'Екатеринбург', 'Свердловская область', 56.8519, 60.6122),
]
export const UNKNOWN_PLACE = 999
export const PLACE_IDS = [...PLACES.map(({ id }) => id), UNKNOWN_PLACE]

const neighbours = createNeighbours(PLACES)
const byId = new Map(PLACES.map((place) => [place.id, place]))
export const placeOf = (id: number) => byId.get(id) ?? null
export const geography = {
  regionOf: (placeId: number) => byId.get(placeId)?.region ?? null,
  pointOf: placeOf,
  neighbours: (placeId: number) => neighbours(placeId, 150),
}

/** A finished order or an offer. */
export interface Row {
  kind: 'trip' | 'offer'
  companyId: number
  fromPlaceId: number
  toPlaceId: number
  at: string
}

/** What a portal holds, row by row: the truth an index is compared with. */
export interface Portal {
  rows: Row[]
  directions: DirectionRow[]
  bodies: Map<number, BodyCode[]>
}

export function indexOf(portal: Portal): LaneIndex {
  return buildLaneIndex({
    lanes: laneRows(portal.rows),
    directions: portal.directions,
    bodies: [...portal.bodies].map(([companyId, bodies]) => ({ companyId, bodies })),
    geography,
  })
}

/** Sums of raw rows by lane and company, worked out afresh. */
export function laneRows(rows: readonly Row[]): LaneRow[] {
  return groupsBy(rows, (row) => `${row.fromPlaceId} ${row.toPlaceId} ${row.companyId}`).map((group) =>
    laneRow(group[0]!, group),
  )
}

export function groupsBy<T>(list: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return [...groups.values()]
}

export function laneRow(key: Pick<Row, 'fromPlaceId' | 'toPlaceId' | 'companyId'>, rows: readonly Row[]): LaneRow {
  const { fromPlaceId, toPlaceId, companyId } = key
  const own = rows.filter(
    (row) => row.fromPlaceId === fromPlaceId && row.toPlaceId === toPlaceId && row.companyId === companyId,
  )
  const [trips, offers] = (['trip', 'offer'] as const).map((kind) => own.filter((row) => row.kind === kind))
  return {
    fromPlaceId,
    toPlaceId,
    companyId,
    trips: trips!.length,
    tripSum: sumOf(trips!),
    lastTripAt: newestOf(trips!),
    offers: offers!.length,
    offerSum: sumOf(offers!),
    lastOfferAt: newestOf(offers!),
  }
}

function sumOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { at }) => sum + weightAt(at), 0)
}

function newestOf(rows: readonly Row[]): string | null {
  return rows
    .map(({ at }) => at)
    .reduce<string | null>((newest, at) => (newest === null || at > newest ? at : newest), null)
}
