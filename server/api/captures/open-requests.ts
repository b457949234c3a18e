import { BODY_CODES } from '../../../contract/codes.ts'
import type { OpenRequest } from '../../../contract/capture.ts'
import type { DistanceEstimate } from '../../places/distance.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'
import type { PortalStore } from '../../store/database.ts'
import { readCarrierBases } from '../../store/candidates.ts'
import { readCarrierTies, readOpenRequests, type CarrierTies, type OpenRequestRow } from '../../store/open-requests.ts'
import type { Viewer } from '../session/bearer.ts'
import { clientSight, seesClientOf, type ClientSight } from './client-sight.ts'
import { isWanted, rankRequests, type RankedRequest } from './rank-requests.ts'

/** More open requests than people can work on; older ones are found by their number in the portal. */
const MOST_OPEN = 3000
const MOST_SHOWN = 8
const NEAR_KM = 150
/** A carrier calls back the same day. */
const ASKED_MS = 36 * 3_600_000
const NO_TIES: CarrierTies = { lanes: [], directions: [], asked: [] }

interface Asking {
  store: PortalStore
  gazetteer: Gazetteer
  distance: DistanceEstimate
  viewer: Pick<Viewer, 'userId' | 'roles'>
  companyId: number | null
  /** Milliseconds. */
  now: number
}

/** Open requests for a caller, likeliest first; those that match what is typed, where something is. */
export async function findOpenRequests(asking: Asking, typed = ''): Promise<OpenRequest[]> {
  const { store, companyId } = asking
  const sight = await clientSight(store, asking.viewer)
  const rows = await readOpenRequests(store, MOST_OPEN)
  const wanted = typed.trim() === '' ? rows : rows.filter((row) => isWanted(row, typed, seesClientOf(sight, row)))
  const since = new Date(asking.now - ASKED_MS).toISOString()
  const ties = companyId === null ? NO_TIES : await readCarrierTies(store, companyId, since)
  const ranked = numberFirst(rankRequests(wanted, ties, await nearTruckOf(asking)), typed)
  return ranked.slice(0, MOST_SHOWN).map((one) => viewRequest(asking, one, sight))
}

/** Who says a number means that one, however likely others are whose numbers begin so. */
function numberFirst(ranked: RankedRequest[], typed: string): RankedRequest[] {
  const digits = /^\s*№?\s*(\d+)\s*$/.exec(typed)?.[1]
  if (digits === undefined) return ranked
  return [
    ...ranked.filter(({ row }) => String(row.id) === digits),
    ...ranked.filter(({ row }) => String(row.id) !== digits),
  ]
}

/** One request or order as the form shows it. */
export function viewRequest(
  { gazetteer }: Pick<Asking, 'gazetteer'>,
  { row, why }: RankedRequest,
  sight: ClientSight,
): OpenRequest {
  const name = (placeId: number | null, text: string | null) =>
    (placeId === null ? null : gazetteer.byId(placeId)?.name) ?? text ?? ''
  const from = name(row.fromPlaceId, row.loadText)
  const to = name(row.toPlaceId, row.unloadText)
  const isSeen = seesClientOf(sight, row)
  return {
    kind: 'request',
    id: row.id,
    title: isSeen ? row.title : `${from} — ${to}`,
    from,
    to,
    loadFromAt: row.loadFromAt,
    bodies: bodiesOf(row),
    weightKg: row.weightKg,
    distanceKm: row.distanceKm,
    targetRate:
      row.targetRateMinor === null || row.targetRateCurrency === null
        ? null
        : { minor: row.targetRateMinor, currency: row.targetRateCurrency },
    ...(isSeen && { client: row.clientTitle }),
    why,
  }
}

function bodiesOf(row: OpenRequestRow): OpenRequest['bodies'] {
  const codes = JSON.parse(row.bodies) as string[]
  return BODY_CODES.filter((code) => codes.includes(code))
}

async function nearTruckOf({ store, gazetteer, distance, companyId }: Asking): Promise<(placeId: number) => boolean> {
  const entry = companyId === null ? null : (await readCarrierBases(store, [companyId])).get(companyId)
  const trucks = [entry?.freePlaceId, entry?.nowPlaceId, entry?.homePlaceId].flatMap(
    (id) => (id && gazetteer.byId(id)) || [],
  )
  return (placeId) => {
    const place = gazetteer.byId(placeId)
    return place !== null && trucks.some((truck) => distance.between(truck, place).km <= NEAR_KM)
  }
}
