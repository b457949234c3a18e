import { passingFit } from '../day-fit.ts'
import { dayNumber } from '../days.ts'
import type { CarrierFacts, SharedTruck } from '../facts.ts'
import { fitsInto, freeRoomOf, type FreeRoom } from '../free-room.ts'
import type { Needs } from '../needs.ts'
import { detourNearness } from '../ways/way.ts'
import { WEIGHTS } from '../weights.ts'
import type { Criterion } from './criterion.ts'

/**
 * A part load (догруз): a truck already driving our own order comes past the loading place in time, with room enough.
 * Room that nobody can work out is not taken for none.
 */
export const partLoad: Criterion = {
  judge(facts, needs) {
    if (!needs.load.partLoad || facts.sharing.length === 0) return 'not_applicable'
    return bestShared(facts, needs)?.points ?? 0
  },

  explain(facts, needs) {
    const best = needs.load.partLoad ? bestShared(facts, needs) : null
    if (best === null) return []
    const { truck, room, points } = best
    const { orderId, from, to, detourKm, on, agreed } = truck
    return [
      {
        kind: 'part_load',
        orderId,
        from: from.name,
        to: to.name,
        detourKm: Math.round(detourKm),
        on,
        freeKg: room.kg,
        freeM3: room.m3,
        freeM: room.m,
        agreed,
        points,
      },
    ]
  },
}

interface Shared {
  truck: SharedTruck
  room: FreeRoom
  points: number
}

function bestShared(facts: CarrierFacts, needs: Needs): Shared | null {
  let best: Shared | null = null
  for (const truck of facts.sharing) {
    const room = freeRoomOf(facts, truck)
    const points = pointsOf(truck, room, needs)
    if (points > 0 && (best === null || points > best.points)) best = { truck, room, points }
  }
  return best
}

function pointsOf(truck: SharedTruck, room: FreeRoom, needs: Needs): number {
  const day = dayNumber(truck.on)
  const fits = fitsInto(room, needs)
  if (day === null || fits === 'no') return 0
  return (
    WEIGHTS.partLoad *
    detourNearness(truck) *
    passingFit(day, needs) *
    (truck.agreed ? 1 : WEIGHTS.partLoadUnagreed) *
    (fits === 'yes' ? 1 : WEIGHTS.partLoadUnknown)
  )
}
