import { longestPieceM } from '../body-size.ts'
import { NOT_APPLICABLE, PASSES, UNKNOWN, vetoed, type VehicleVeto } from './veto.ts'

/** The longest piece does not go into a truck of that class. What is longer than any closed body is oversize. */
export const length: VehicleVeto = (vehicle, { lengthM, oversize }) => {
  if (lengthM === null || oversize.has('length')) return NOT_APPLICABLE
  const longest = longestPieceM(vehicle)
  if (longest === null) return UNKNOWN
  return lengthM > longest ? vetoed({ kind: 'length', needsM: lengthM, hasM: longest }) : PASSES
}
