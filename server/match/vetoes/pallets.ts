import { mostPallets } from '../body-size.ts'
import { NOT_APPLICABLE, PASSES, UNKNOWN, vetoed, type VehicleVeto } from './veto.ts'

/** More pallets than stand on the floor of a truck of that class; whether they may be stacked nobody has told. */
export const pallets: VehicleVeto = (vehicle, needs) => {
  if (needs.pallets === null) return NOT_APPLICABLE
  const most = mostPallets(vehicle)
  if (most === null) return UNKNOWN
  return needs.pallets > most ? vetoed({ kind: 'pallets', needs: needs.pallets, has: most }) : PASSES
}
