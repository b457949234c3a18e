import type { OpenRequest } from '../../../contract/capture.ts'
import type { CarrierTies, OpenRequestRow } from '../../store/open-requests.ts'

type Why = Exclude<OpenRequest['why'], 'here' | null>

/** In the order of what is likelier to be spoken of: what he was called about an hour ago beats all history. */
const POINTS: Record<Why, number> = { called: 1000, driven: 60, offered: 40, declared: 50, near: 20 }
/** The same lane driven ten times says hardly more than driven five times. */
const MOST_TRIPS = 10

export interface RankedRequest {
  row: OpenRequestRow
  why: Why | null
}

/**
 * Open requests, the likeliest for this carrier first; among equals the newest. `isNear` tells whether his truck is, or
 * will be, near a place.
 */
export function rankRequests(
  rows: readonly OpenRequestRow[],
  ties: CarrierTies,
  isNear: (placeId: number) => boolean,
): RankedRequest[] {
  const lanes = new Map(ties.lanes.map((lane) => [`${lane.fromPlaceId} ${lane.toPlaceId}`, lane]))
  const asked = new Map(ties.asked.toReversed().map(({ loadKind, loadId }, place) => [`${loadKind} ${loadId}`, place]))
  const ranked = rows.map((row) => {
    const points = new Map<Why, number>()
    const called = asked.get(`request ${row.id}`)
    if (called !== undefined) points.set('called', POINTS.called + called)
    const lane = lanes.get(`${row.fromPlaceId} ${row.toPlaceId}`)
    if (lane && lane.trips > 0) points.set('driven', POINTS.driven + Math.min(lane.trips, MOST_TRIPS))
    if (lane && lane.offers > 0) points.set('offered', POINTS.offered)
    if (isDeclared(row, ties.directions)) points.set('declared', POINTS.declared)
    if (row.fromPlaceId !== null && isNear(row.fromPlaceId)) points.set('near', POINTS.near)
    const best = [...points].sort((a, b) => b[1] - a[1])[0]
    return { row, why: best?.[0] ?? null, points: [...points.values()].reduce((sum, one) => sum + one, 0) }
  })
  return ranked.sort((a, b) => b.points - a.points || b.row.id - a.row.id).map(({ row, why }) => ({ row, why }))
}

function isDeclared(row: OpenRequestRow, directions: CarrierTies['directions']): boolean {
  if (row.fromPlaceId === null || row.toPlaceId === null) return false
  return directions.some(
    (one) =>
      (one.fromPlaceId === row.fromPlaceId && one.toPlaceId === row.toPlaceId) ||
      (one.bothWays === 1 && one.fromPlaceId === row.toPlaceId && one.toPlaceId === row.fromPlaceId),
  )
}

/** Whether a request is the one that is typed: its number, or every word in its title, places or (where it may be seen) client. */
export function isWanted(row: OpenRequestRow, typed: string, seesClient: boolean): boolean {
  const text = fold(typed)
  if (/^№?\s*\d+$/.test(text)) {
    const digits = text.replaceAll(/\D/g, '')
    if (String(row.id).startsWith(digits)) return true
  }
  // A title often names the client: only whoever may see him may find by it.
  const said = [row.loadText, row.unloadText, ...(seesClient ? [row.title, row.clientTitle] : [])]
  const whole = fold(said.filter(Boolean).join(' '))
  return text
    .split(/[\s,;—–-]+/)
    .filter(Boolean)
    .every((word) => whole.includes(word))
}

function fold(text: string): string {
  return text.toLocaleLowerCase('ru').replaceAll('ё', 'е').trim()
}
