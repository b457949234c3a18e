import { NOT_APPLICABLE, PASSES, UNKNOWN, vetoed, type VehicleVeto } from './veto.ts'

/** Bulkier than the vehicle's nominal volume; a part load too, until the free rest of a running truck is known. */
export const volume: VehicleVeto = (vehicle, needs) => {
  if (needs.volumeM3 === null) return NOT_APPLICABLE
  if (vehicle.volumeM3 === null || !Number.isFinite(vehicle.volumeM3)) return UNKNOWN
  return needs.volumeM3 > vehicle.volumeM3
    ? vetoed({ kind: 'volume', needsM3: needs.volumeM3, hasM3: vehicle.volumeM3 })
    : PASSES
}
