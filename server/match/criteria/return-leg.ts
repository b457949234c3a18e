import type { Reason } from '../../../contract/carriers.ts'
import type { CarrierFacts } from '../facts.ts'
import type { Needs } from '../needs.ts'
import { proximity } from '../proximity.ts'
import { WEIGHTS } from '../weights.ts'
import { bestComing } from './coming-truck.ts'
import type { Criterion } from './criterion.ts'
import { truckPoints } from './truck-near.ts'

/**
 * The load is his way back (обратка): a truck of his is at the loading place and lives where the load goes, or our own
 * order brought it from there; or he has declared only the way out and lives at its beginning.
 */
export const returnLeg: Criterion = {
  judge(facts, needs) {
    if (facts.home === null && facts.soonEmpty.length === 0) return 'unknown'
    // Most carriers have neither a truck here nor a way out declared.
    if (facts.outbound.length === 0 && truckPoints(facts, needs) === 0) return 0
    return linesOf(facts, needs).reduce((sum, { points }) => sum + points, 0)
  },

  explain: (facts, needs) => linesOf(facts, needs),
}

function linesOf(facts: CarrierFacts, needs: Needs): Reason[] {
  const lines = [truckLine(facts, needs), declaredLine(facts)]
  return lines.filter((line) => line !== null)
}

function truckLine(facts: CarrierFacts, needs: Needs): Reason | null {
  const there = Math.min(1, truckPoints(facts, needs) / WEIGHTS.truck)
  if (there === 0) return null
  const back = wayBackOf(facts, needs)
  if (back === null) return null
  const points = WEIGHTS.returnLeg * there * homeNearness(back.offKm)
  return points > 0
    ? { kind: 'return_leg', via: 'truck', home: back.place, offKm: Math.round(back.offKm), points }
    : null
}

/** Where he goes back to: home, or where our order loaded his truck, whichever is nearer to the unloading place. */
function wayBackOf(facts: CarrierFacts, needs: Needs): { place: string; offKm: number } | null {
  const coming = bestComing(facts, needs)?.truck
  const started = coming ? { place: coming.from.name, offKm: coming.startOffKm } : null
  const offKm = facts.home?.unloadOffKm ?? null
  const home = facts.home && offKm !== null ? { place: facts.home.place.name, offKm } : null
  if (started === null || home === null) return started ?? home
  // By what it counts for, not by the number: a distance that makes no sense must not take the way home away.
  return homeNearness(started.offKm) > homeNearness(home.offKm) ? started : home
}

function declaredLine({ home, outbound }: CarrierFacts): Reason | null {
  if (home === null || home.unloadOffKm === null) return null
  const nearest = outbound.toSorted((a, b) => proximity(b) - proximity(a))[0]
  const points = nearest ? WEIGHTS.returnDeclared * proximity(nearest) * homeNearness(home.unloadOffKm) : 0
  if (points === 0) return null
  return { kind: 'return_leg', via: 'declared', home: home.place.name, offKm: Math.round(home.unloadOffKm), points }
}

function homeNearness(offKm: number): number {
  return offKm >= 0 && offKm <= WEIGHTS.homeLimitKm ? Math.exp(-offKm / WEIGHTS.homeScaleKm) : 0
}
