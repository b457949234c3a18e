import { PASSES, UNKNOWN, vetoed, type CarrierVeto } from './veto.ts'

/** Asked not to be offered anything any more. */
export const optedOut: CarrierVeto = ({ base }) => {
  if (base === null) return UNKNOWN
  return base.optedOutOn === null ? PASSES : vetoed({ kind: 'opted_out' })
}
