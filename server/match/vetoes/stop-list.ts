import { PASSES, UNKNOWN, vetoed, type CarrierVeto } from './veto.ts'

/** Stopped in the carrier base or marked "do not use". */
export const stopList: CarrierVeto = ({ base }) => {
  if (base === null) return UNKNOWN
  return base.state === 'stop' || base.doNotUse ? vetoed({ kind: 'stop_list', why: base.doNotUseReason }) : PASSES
}
