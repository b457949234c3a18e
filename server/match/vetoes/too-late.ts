import { DAY_MS, dayNumber, dayNumberIn, isoDay, momentMs } from '../days.ts'
import type { CarrierFacts, KnownPosition } from '../facts.ts'
import { lastLoadingDay, type Needs } from '../needs.ts'
import { DRIVING } from '../weights.ts'
import { NOT_APPLICABLE, PASSES, UNKNOWN, vetoed, type CarrierVeto } from './veto.ts'

const HALF_ROUND_THE_WORLD_KM = 20_038

/**
 * His truck cannot be at the loading place in time, however it hurries: it stands too far away, or comes free too far
 * away or too late. Who has more than one vehicle may send another; what is told of two places is believed where one
 * of them is in time; a truck that our own order brings near is not late.
 */
export const tooLate: CarrierVeto = (facts, needs) => {
  if (needs.loadingDays === null) return NOT_APPLICABLE
  const arrivals = arrivalsOf(facts, needs)
  if (arrivals.length === 0 || facts.vehicles.length > 1 || facts.soonEmpty.length > 0) return UNKNOWN
  const earliest = arrivals.reduce((best, one) => (one.day < best.day ? one : best))
  const latest = lastLoadingDay(needs) + DRIVING.lateDays
  if (earliest.day <= latest) return PASSES
  return vetoed({
    kind: 'too_late',
    place: earliest.place,
    on: earliest.on,
    standing: earliest.standing,
    km: Math.round(earliest.km),
    arrivesOn: isoDay(earliest.day),
    neededBy: isoDay(lastLoadingDay(needs)),
  })
}

interface Arrival {
  /** Number of the calendar day. */
  day: number
  place: string
  on: string
  standing: boolean
  km: number
}

function arrivalsOf({ standsAt, freeAt }: CarrierFacts, needs: Needs): Arrival[] {
  const arrivals: Arrival[] = []
  const seenMs = momentMs(standsAt?.at)
  if (standsAt && seenMs !== null) {
    // Since he was seen he may have driven: a place told long ago says nothing.
    const day = dayNumberIn(needs.timeZone, seenMs + daysOfDriving(standsAt) * DAY_MS)
    const on = dayNumberIn(needs.timeZone, seenMs)
    if (day !== null && on !== null) arrivals.push(arrival(standsAt, day, isoDay(on), true))
  }
  const freeDay = dayNumber(freeAt?.on)
  if (freeAt && freeDay !== null)
    arrivals.push(arrival(freeAt, freeDay + Math.floor(daysOfDriving(freeAt)), freeAt.on.slice(0, 10), false))
  return arrivals
}

function arrival({ place, offKm }: KnownPosition, day: number, on: string, standing: boolean): Arrival {
  return { day, place: place.name, on, standing, km: offKm * DRIVING.roadFactor }
}

function daysOfDriving({ offKm }: KnownPosition): number {
  return offKm > 0 ? (Math.min(offKm, HALF_ROUND_THE_WORLD_KM) * DRIVING.roadFactor) / DRIVING.kmPerDay : 0
}
