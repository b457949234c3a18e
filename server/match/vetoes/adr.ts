import { dayNumber } from '../days.ts'
import { lastLoadingDay } from '../needs.ts'
import { NOT_APPLICABLE, PASSES, UNKNOWN, vetoed, type CarrierVeto } from './veto.ts'

/**
 * Dangerous goods need the very class, with a certificate good on the last loading day. A carrier who is in the
 * base without that class has not shown it to us; of one who is not in the base nothing is known.
 */
export const adr: CarrierVeto = ({ base }, needs) => {
  const asked = needs.load.adr
  if (asked === null) return NOT_APPLICABLE
  if (base === null) return UNKNOWN
  if (!base.adrClasses.includes(asked)) return vetoed({ kind: 'adr', needs: asked })
  const until = dayNumber(base.adrUntilOn)
  if (until === null || base.adrUntilOn === null) return UNKNOWN
  return until < lastLoadingDay(needs) ? vetoed({ kind: 'adr_expired', needs: asked, until: base.adrUntilOn }) : PASSES
}
