import { NOT_APPLICABLE, PASSES, UNKNOWN, vetoed, type VehicleVeto } from './veto.ts'

/** Heavier than the vehicle's nominal capacity; a part load too, until the free rest of a running truck is known. */
export const weight: VehicleVeto = ({ capacityKg }, { weightKg }) => {
  if (weightKg === null) return NOT_APPLICABLE
  if (capacityKg === null || !Number.isFinite(capacityKg)) return UNKNOWN
  return weightKg > capacityKg ? vetoed({ kind: 'weight', needsKg: weightKg, hasKg: capacityKg }) : PASSES
}
