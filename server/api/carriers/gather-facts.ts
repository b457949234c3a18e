import type { CarrierFacts } from '../../match/facts.ts'
import {
  readCarrierBases,
  readCompanyTitles,
  readDeclaredVehicles,
  readOfferedVehicles,
  readReachable,
} from '../../store/candidates.ts'
import { readCompaniesAt, readDirections, readLanes } from '../../store/lane-reader.ts'
import { baseOf, positionsOf, vehiclesOf } from './base-facts.ts'
import { declaredOf } from './declared-lanes.ts'
import type { FactsInput } from './facts-input.ts'
import { historiesOf } from './lane-histories.ts'

/**
 * Everything known of every carrier who could take a load: history on the lane, near it and between its regions;
 * declared directions; trucks that stand or come free near the loading place; whoever was already called or has
 * offered. A dozen
 * set-based reads, whatever the number of carriers.
 */
export async function gatherFacts(input: FactsInput): Promise<CarrierFacts[]> {
  const { store, fromArea, toArea } = input
  const [lanes, directions, standing] = await Promise.all([
    readLanes(store, fromArea.ids, toArea.ids),
    readDirections(store, fromArea.near.keys(), toArea.near.keys()),
    readCompaniesAt(store, fromArea.near.keys()),
  ])
  const histories = historiesOf(lanes, input)
  const declared = declaredOf(directions, input)
  const companyIds = [
    ...new Set([
      ...histories.keys(),
      ...declared.keys(),
      ...standing,
      ...input.attempts.map((attempt) => attempt.companyId),
      ...input.offeredBy,
    ]),
  ]
  const [titles, bases, declaredVehicles, offeredVehicles, reachable] = await Promise.all([
    readCompanyTitles(store, companyIds),
    readCarrierBases(store, companyIds),
    readDeclaredVehicles(store, companyIds),
    readOfferedVehicles(store, companyIds),
    readReachable(store, companyIds),
  ])
  const vehicles = vehiclesOf(declaredVehicles, offeredVehicles)
  return companyIds.flatMap((companyId): CarrierFacts[] => {
    const name = titles.get(companyId)
    if (name === undefined) return []
    const base = bases.get(companyId)
    const history = histories.get(companyId)
    return [
      {
        companyId,
        name,
        base: base ? baseOf(base) : null,
        vehicles: vehicles.get(companyId) ?? [],
        hasContact: reachable.has(companyId),
        exact: history?.exact ?? null,
        near: history?.near ?? [],
        region: history?.region ?? null,
        declared: declared.get(companyId) ?? [],
        ...positionsOf(base, input),
        attempts: input.attempts.filter((attempt) => attempt.companyId === companyId),
      },
    ]
  })
}
