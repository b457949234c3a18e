import type { Vehicle } from './vehicles.ts'

/** What a load asks of a vehicle. */
export interface Need {
  bodies: readonly string[]
  weightKg: number
  volumeM3: number | null
  adr: string | null
}

/** Which bodies really carry a load that asks for the key: what the simulated carriers go by. */
const SERVES: Record<string, readonly string[]> = {
  tent: ['tent', 'curtain', 'mega', 'jumbo'],
  van: ['van', 'box'],
  isotherm: ['isotherm', 'reefer', 'reefer_multi'],
  reefer: ['reefer', 'reefer_multi'],
}

export function servingBodies(bodies: readonly string[]): Set<string> {
  return new Set(bodies.flatMap((body) => SERVES[body] ?? [body]))
}

/** The smallest vehicle that takes the load; null where none of them does. */
export function fittingVehicle(vehicles: readonly Vehicle[], serving: ReadonlySet<string>, need: Need): Vehicle | null {
  let best: Vehicle | null = null
  for (const vehicle of vehicles) {
    if (!serving.has(vehicle.body) || vehicle.tonnes * 1000 < need.weightKg) continue
    if (need.volumeM3 !== null && vehicle.volumeM3 > 0 && vehicle.volumeM3 < need.volumeM3) continue
    if (!best || vehicle.tonnes < best.tonnes) best = vehicle
  }
  return best
}
