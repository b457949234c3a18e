import { NOT_APPLICABLE, PASSES, UNKNOWN, vetoed, type VehicleVeto } from './veto.ts'

/** Frozen and chilled goods in one truck need two chambers: only a multi-temperature reefer has a partition. */
export const partition: VehicleVeto = (vehicle, { regimes, bodies }) => {
  if (regimes === null) return NOT_APPLICABLE
  if (vehicle.body === null || vehicle.body === 'other') return UNKNOWN
  // Wrong by body, or no reefer at all: that is said already.
  if (vehicle.body !== 'reefer' || (bodies !== null && !bodies.has(vehicle.body)))
    return vehicle.body === 'reefer_multi' ? PASSES : NOT_APPLICABLE
  return vetoed({ kind: 'partition', ...regimes })
}
