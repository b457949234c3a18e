import { REFRIGERATED } from '../compatibility.ts'
import { NOT_APPLICABLE, PASSES, UNKNOWN, vetoed, type VehicleVeto } from './veto.ts'

/**
 * A stated temperature needs a reefer whatever body was asked for: insulation alone holds none. Two temperatures
 * at once are asked for by the multi-temperature body. A vehicle already wrong by body is not told off twice.
 */
export const temperature: VehicleVeto = (vehicle, { refrigerated, bodies, load }) => {
  if (!refrigerated) return NOT_APPLICABLE
  if (vehicle.body === null || vehicle.body === 'other') return UNKNOWN
  if (bodies !== null && !bodies.has(vehicle.body)) return NOT_APPLICABLE
  return REFRIGERATED.has(vehicle.body)
    ? PASSES
    : vetoed({ kind: 'temperature', fromC: load.tempFromC, toC: load.tempToC })
}
