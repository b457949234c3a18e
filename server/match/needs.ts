import type { BodyCode } from '../../contract/codes.ts'
import type { Load } from '../../contract/load.ts'
import { satisfyingBodies } from './compatibility.ts'
import { dayNumberIn, DEFAULT_TIME_ZONE, momentMs } from './days.ts'
import type { MatchContext } from './facts.ts'

/** What the load asks of every carrier, worked out once per match. Null is "not asked". */
export interface Needs {
  load: Load
  nowMs: number
  /** Number of today's calendar day at the loading place. */
  today: number
  /** First and last possible loading day: never before today, a truck is not sent into the past. */
  loadingDays: { first: number; last: number } | null
  /** The first moment a truck could be loaded: now where the date is past or not stated. */
  loadingMs: number
  bodies: ReadonlySet<BodyCode> | null
  /** The bodies to name when asking for another: as requested, or those the cargo's height leaves. */
  namedBodies: BodyCode[]
  weightKg: number | null
  volumeM3: number | null
  refrigerated: boolean
  excludedCompanyIds: ReadonlySet<number>
}

export function needsOf({ load, now, timeZone = DEFAULT_TIME_ZONE }: MatchContext): Needs {
  const nowMs = momentMs(now) ?? Number.NaN
  const today = dayIn(timeZone, nowMs) ?? Number.NaN
  const fromMs = momentMs(load.loadFromAt) ?? momentMs(load.loadToAt)
  const toMs = momentMs(load.loadToAt) ?? fromMs
  const bodies = satisfyingBodies(load)
  return {
    load,
    nowMs,
    today,
    loadingDays: loadingDaysOf(dayIn(timeZone, fromMs), dayIn(timeZone, toMs), today),
    loadingMs: Math.max(nowMs, fromMs ?? nowMs),
    bodies,
    namedBodies: namedBodiesOf(load.bodies, bodies),
    weightKg: positive(load.weightKg),
    volumeM3: positive(load.volumeM3),
    refrigerated: load.tempFromC !== null || load.tempToC !== null,
    excludedCompanyIds: new Set(load.excludedCompanyIds),
  }
}

/** The last day on which a carrier must be able to load; today while no date is stated. */
export function lastLoadingDay(needs: Needs): number {
  return needs.loadingDays?.last ?? needs.today
}

function loadingDaysOf(from: number | null, to: number | null, today: number): Needs['loadingDays'] {
  if (from === null || to === null) return null
  return { first: Math.max(today, Math.min(from, to)), last: Math.max(today, from, to) }
}

function dayIn(timeZone: string, ms: number | null): number | null {
  return ms === null || Number.isNaN(ms) ? null : dayNumberIn(timeZone, ms)
}

function namedBodiesOf(requested: BodyCode[], satisfying: ReadonlySet<BodyCode> | null): BodyCode[] {
  const stillGood = requested.filter((body) => !satisfying || satisfying.has(body))
  return stillGood.length > 0 ? stillGood : [...(satisfying ?? [])]
}

/** Zero kilograms in a card mean that nobody filled the field in. */
function positive(quantity: number | null): number | null {
  return quantity !== null && Number.isFinite(quantity) && quantity > 0 ? quantity : null
}
