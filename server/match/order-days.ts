import { DAY_MS, dayNumberIn, isoDay, momentMs } from './days.ts'
import type { ComingTruck } from './facts.ts'
import { DRIVING } from './weights.ts'

/** When an order was, or is to be, loaded and unloaded; UTC ISO moments, null where nobody wrote it down. */
export interface OrderTimes {
  loadFromAt: string | null
  loadedAt: string | null
  unloadByAt: string | null
  unloadedAt: string | null
}

/** An order that should have been unloaded longer ago than this was forgotten, not delayed. */
const MOST_DAYS_LATE = 3

/** What an order tells of when its truck is empty, whatever day it is now: numbers of calendar days. */
export interface EmptyDays {
  unloaded: number | null
  /** Told in the order. */
  planned: number | null
  /** By its loading and the road. */
  estimated: number | null
}

/** `zone` is that of the unloading place. */
export function emptyDaysOf(order: OrderTimes, km: number, zone: string): EmptyDays {
  const started = dayIn(zone, order.loadedAt ?? order.loadFromAt)
  return {
    unloaded: dayIn(zone, order.unloadedAt),
    planned: dayIn(zone, order.unloadByAt),
    estimated: started === null ? null : started + Math.ceil(daysOfRoad(km)),
  }
}

/**
 * The calendar day on which an order's truck is empty, and how sure that is: unloaded, told in the order, or worked
 * out from its loading and the road. Null where it cannot be told. `today` is counted at the unloading place.
 */
export function emptyOn(
  { unloaded, planned, estimated }: EmptyDays,
  today: number | null,
): Pick<ComingTruck, 'on' | 'certainty'> | null {
  if (unloaded !== null) return { on: isoDay(unloaded), certainty: 'unloaded' }
  const day = planned ?? estimated
  if (today === null || day === null || today - day > MOST_DAYS_LATE) return null
  // Late: today at the earliest, and no longer as told.
  if (day < today) return { on: isoDay(today), certainty: 'estimated' }
  return { on: isoDay(day), certainty: planned === null ? 'estimated' : 'planned' }
}

/** The calendar day on which an order's truck comes past a place `km` down the road; null where it cannot be told. */
export function passesOn(order: Pick<OrderTimes, 'loadFromAt' | 'loadedAt'>, km: number, zone: string): string | null {
  const startMs = momentMs(order.loadedAt ?? order.loadFromAt)
  const day = startMs === null ? null : dayNumberIn(zone, startMs + daysOfRoad(km) * DAY_MS)
  return day === null ? null : isoDay(day)
}

function daysOfRoad(km: number): number {
  return km > 0 && Number.isFinite(km) ? km / DRIVING.kmPerDay : 0
}

function dayIn(zone: string, at: string | null): number | null {
  const ms = momentMs(at)
  return ms === null ? null : dayNumberIn(zone, ms)
}
