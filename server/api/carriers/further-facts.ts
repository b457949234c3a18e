import { comingPoints } from '../../match/criteria/coming-truck.ts'
import { passingFit } from '../../match/day-fit.ts'
import { dayNumber } from '../../match/days.ts'
import type { DeclaredLane, FurtherFacts } from '../../match/facts.ts'
import type { Needs } from '../../match/needs.ts'
import { directionsOnTheWay } from '../../match/ways/declared-ways.ts'
import { outboundDirections } from '../../match/ways/outbound.ts'
import type { RoadKm } from '../../match/ways/way.ts'
import type { DistanceEstimate } from '../../places/distance.ts'
import type { FactsInput } from './facts-input.ts'
import type { LaneMemory } from './lane-memory.ts'
import { comingTrucks, sharedTrucks } from './trucks-on-orders.ts'

/** What speaks for carriers besides history, directions and whereabouts. */
export interface Further {
  /** Those it makes candidates by itself. */
  companyIds: Set<number>
  /** Those it makes candidates where there are few others: all they have is a way past. */
  fillers: Iterable<number>
  /** Those of whom it knows anything, candidates or not. */
  noted: Set<number>
  /** By company. */
  soonEmpty: ReadonlyMap<number, FurtherFacts['soonEmpty']>
  sharing: ReadonlyMap<number, FurtherFacts['sharing']>
  onTheWay: ReadonlyMap<number, FurtherFacts['onTheWay']>
  outbound: ReadonlyMap<number, FurtherFacts['outbound']>
}

/** Gathers it for the whole list in a few reads, whatever the number of carriers. */
export async function gatherFurther(memory: LaneMemory, input: FactsInput, needs: Needs): Promise<Further> {
  const { gazetteer, distance, from, to, load } = input
  const placeOf = (id: number) => gazetteer.byId(id)
  const roadKm = roadsBy(distance)
  const [soonEmpty, sharing] = await Promise.all([
    comingTrucks(memory.orders, input),
    sharedTrucks(memory.orders, input),
  ])
  const onTheWay = directionsOnTheWay(memory.index, { from, to, partLoad: load.partLoad, placeOf, roadKm })
  const outbound = comingBackEmpty(memory, input)
  const companyIds = new Set(outbound.keys())
  // A truck that comes a week too late says something of its carrier, but makes nobody a candidate.
  for (const [companyId, trucks] of soonEmpty)
    if (trucks.some((truck) => comingPoints(truck, needs) > 0)) companyIds.add(companyId)
  for (const [companyId, trucks] of sharing)
    if (trucks.some(({ on }) => passingFit(dayNumber(on) ?? -1, needs) > 0)) companyIds.add(companyId)
  const noted = new Set([...soonEmpty.keys(), ...sharing.keys(), ...onTheWay.keys(), ...outbound.keys()])
  return { companyIds, fillers: onTheWay.keys(), noted, soonEmpty, sharing, onTheWay, outbound }
}

const roads = new WeakMap<DistanceEstimate, RoadKm>()

/** Always the same function for one estimate. */
function roadsBy(distance: DistanceEstimate): RoadKm {
  let roadKm = roads.get(distance)
  if (!roadKm) roads.set(distance, (roadKm = (from, to) => distance.between(from, to).km))
  return roadKm
}

/** Who declares only the way out and lives at its beginning: of the others nobody knows that they go back. */
function comingBackEmpty(
  { index, whereabouts }: LaneMemory,
  { gazetteer, from, to, toArea }: FactsInput,
): Map<number, DeclaredLane[]> {
  const livesThere = (companyId: number) => {
    const home = whereabouts.of(companyId)?.homePlaceId ?? null
    return home !== null && toArea.near.has(home)
  }
  return outboundDirections(index, { from, to }, { placeOf: (id) => gazetteer.byId(id), livesThere })
}
