import { NOT_APPLICABLE, PASSES, UNKNOWN, vetoed, type VehicleVeto } from './veto.ts'

/** The vehicle's body is none of those that can take the load. "Other" tells nothing. */
export const body: VehicleVeto = (vehicle, { bodies, namedBodies }) => {
  if (bodies === null) return NOT_APPLICABLE
  if (vehicle.body === null || vehicle.body === 'other') return UNKNOWN
  return bodies.has(vehicle.body) ? PASSES : vetoed({ kind: 'body', needs: namedBodies, has: [vehicle.body] })
}
