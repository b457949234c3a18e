import type { BodyCode } from '../../contract/codes.ts'
import type { Load } from '../../contract/load.ts'
import { LARGEST_CLOSED } from './body-size.ts'
import { satisfyingBodies } from './compatibility.ts'
import { dayNumberIn, DEFAULT_TIME_ZONE, momentMs } from './days.ts'
import type { MatchContext } from './facts.ts'
import { rulesOn, type AppliedRule } from './rules.ts'
import { DEFAULT_SECURITY, type SecurityRule } from './security.ts'

/** What the load asks of every carrier, worked out once per match. Null is "not asked". */
export interface Needs {
  load: Load
  nowMs: number
  /** IANA zone in which the days of loading are counted. */
  timeZone: string
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
  /** The longest piece, metres. */
  lengthM: number | null
  widthM: number | null
  heightM: number | null
  pallets: number | null
  /** In which direction the piece is larger than any closed body takes. */
  oversize: ReadonlySet<'length' | 'width' | 'height'>
  refrigerated: boolean
  /** Two temperatures at once, °C. */
  regimes: { fromC: number; toC: number } | null
  excludedCompanyIds: ReadonlySet<number>
  security: SecurityRule
  /** The rule that holds, by company. */
  rules: ReadonlyMap<number, AppliedRule>
}

/** At this and below goods are frozen; in the other range they are chilled. No single load is kept at both. */
const FROZEN_C = -10
const CHILLED_C = { from: -2, to: 8 }

export function needsOf(context: MatchContext): Needs {
  const { load, now, timeZone = DEFAULT_TIME_ZONE, security = DEFAULT_SECURITY } = context
  const nowMs = momentMs(now) ?? Number.NaN
  const today = dayIn(timeZone, nowMs) ?? Number.NaN
  const fromMs = momentMs(load.loadFromAt) ?? momentMs(load.loadToAt)
  const toMs = momentMs(load.loadToAt) ?? fromMs
  const bodies = satisfyingBodies(load)
  return {
    load,
    nowMs,
    timeZone,
    today,
    loadingDays: loadingDaysOf(dayIn(timeZone, fromMs), dayIn(timeZone, toMs), today),
    loadingMs: Math.max(nowMs, fromMs ?? nowMs),
    bodies,
    namedBodies: namedBodiesOf(load.bodies, bodies),
    weightKg: positive(load.weightKg),
    volumeM3: positive(load.volumeM3),
    ...sizeOf(load),
    pallets: positive(load.pallets),
    refrigerated: load.tempFromC !== null || load.tempToC !== null,
    regimes: regimesOf(load),
    excludedCompanyIds: new Set(load.excludedCompanyIds),
    security,
    rules: rulesOn(context, today),
  }
}

function sizeOf(load: Load): Pick<Needs, 'lengthM' | 'widthM' | 'heightM' | 'oversize'> {
  const lengthM = positive(load.lengthM)
  const widthM = positive(load.widthM)
  const heightM = positive(load.heightM)
  const oversize = new Set<'length' | 'width' | 'height'>()
  if (lengthM !== null && lengthM > LARGEST_CLOSED.lengthM) oversize.add('length')
  if (widthM !== null && widthM > LARGEST_CLOSED.widthM) oversize.add('width')
  if (heightM !== null && heightM > LARGEST_CLOSED.heightM) oversize.add('height')
  return { lengthM, widthM, heightM, oversize }
}

/** «−18» and «+4» in one card are two chambers, not a range somebody keeps. */
function regimesOf({ tempFromC, tempToC }: Load): Needs['regimes'] {
  if (tempFromC === null || tempToC === null) return null
  const isPair = tempFromC <= FROZEN_C && tempToC >= CHILLED_C.from && tempToC <= CHILLED_C.to
  return isPair ? { fromC: tempFromC, toC: tempToC } : null
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
