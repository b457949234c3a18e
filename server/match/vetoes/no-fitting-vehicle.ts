import type { Vehicle, VetoReason } from '../../../contract/carriers.ts'
import type { BodyCode } from '../../../contract/codes.ts'
import type { Needs } from '../needs.ts'
import { body } from './body.ts'
import { length } from './length.ts'
import { loading } from './loading.ts'
import { oversize } from './oversize.ts'
import { pallets } from './pallets.ts'
import { partition } from './partition.ts'
import { temperature } from './temperature.ts'
import { PASSES, UNKNOWN, vetoed, type CarrierVeto, type VehicleVeto } from './veto.ts'
import { volume } from './volume.ts'
import { weight } from './weight.ts'

const VEHICLE_VETOES: readonly VehicleVeto[] = [
  body,
  temperature,
  partition,
  oversize,
  weight,
  volume,
  length,
  pallets,
  loading,
]

/**
 * No single known vehicle can do all that the load asks. What is reported is the nearest miss: everything the best
 * vehicle lacks, so that a person sees what would have to change. Without known vehicles nothing can be said.
 */
export const noFittingVehicle: CarrierVeto = ({ vehicles }, needs) => {
  let nearest: VetoReason[] | null = null
  for (const vehicle of vehicles) {
    if (!isTold(vehicle)) continue
    const misses = missesOf(vehicle, needs)
    if (misses.length === 0) return PASSES
    if (nearest === null || distanceOf(misses) < distanceOf(nearest)) nearest = misses
  }
  if (nearest === null) return UNKNOWN
  return vetoed(...nearest.map((miss) => (miss.kind === 'body' ? { ...miss, has: bodiesOf(vehicles) } : miss)))
}

/** The same answer without the reasons: for the many who are judged and not shown. */
export function hasNoFittingVehicle(vehicles: readonly Vehicle[], needs: Needs): boolean {
  let told = false
  let known = verdicts.get(needs)
  if (!known) verdicts.set(needs, (known = new Map()))
  for (const vehicle of vehicles) {
    let verdict = known.get(vehicle)
    if (verdict === undefined) known.set(vehicle, (verdict = verdictOn(vehicle, needs)))
    if (verdict === 'fits') return false
    if (verdict === 'misses') told = true
  }
  return told
}

type VehicleVerdict = 'nothing_told' | 'fits' | 'misses'

/** Most trucks are alike, and cards share what is alike: each kind is judged once a load. */
const verdicts = new WeakMap<Needs, Map<Vehicle, VehicleVerdict>>()

function verdictOn(vehicle: Vehicle, needs: Needs): VehicleVerdict {
  if (!isTold(vehicle)) return 'nothing_told'
  return VEHICLE_VETOES.every((veto) => veto(vehicle, needs).state !== 'vetoed') ? 'fits' : 'misses'
}

/** A vehicle of which only a plate is known says nothing of what the carrier can do. */
function isTold({ body, capacityKg, volumeM3, lengthM, loading }: Vehicle): boolean {
  return body !== null || capacityKg !== null || volumeM3 !== null || lengthM !== null || loading.length > 0
}

function missesOf(vehicle: Vehicle, needs: Needs): VetoReason[] {
  const misses: VetoReason[] = []
  for (const veto of VEHICLE_VETOES) {
    const verdict = veto(vehicle, needs)
    if (verdict.state === 'vetoed') misses.push(...verdict.reasons)
  }
  return misses
}

/**
 * How far a vehicle is from doing: another way of loading can be agreed, a little overweight sometimes, another
 * body never. A miss by body is so far that it is reported only when every vehicle misses by body.
 */
function distanceOf(misses: VetoReason[]): number {
  return misses.reduce((sum, miss) => {
    if (miss.kind === 'loading') return sum + 5
    if (miss.kind === 'weight') return sum + 10 + shortfall(miss.hasKg, miss.needsKg)
    if (miss.kind === 'volume') return sum + 10 + shortfall(miss.hasM3, miss.needsM3)
    if (miss.kind === 'pallets') return sum + 10 + shortfall(miss.has, miss.needs)
    if (miss.kind === 'length') return sum + 30 + shortfall(miss.hasM, miss.needsM)
    return sum + (ANOTHER_TRUCK[miss.kind] ?? 100)
  }, 0)
}

/** What no agreement mends, though it is not the body that is wrong. */
const ANOTHER_TRUCK: Partial<Record<VetoReason['kind'], number>> = {
  size: 40,
  partition: 50,
  temperature: 60,
  oversize: 70,
}

function shortfall(has: number, needs: number): number {
  return Math.min(1, Math.max(0, 1 - has / needs))
}

function bodiesOf(vehicles: readonly Vehicle[]): BodyCode[] {
  const bodies: BodyCode[] = []
  for (const { body } of vehicles) if (body !== null && !bodies.includes(body)) bodies.push(body)
  return bodies
}
