import { dayNumber } from '../days.ts'
import { lastLoadingDay } from '../needs.ts'
import { PASSES, UNKNOWN, vetoed, type CarrierVeto } from './veto.ts'

/** Paused beyond the last loading day; on the day itself the carrier is back. A pause without a day has no end. */
export const paused: CarrierVeto = ({ base }, needs) => {
  if (base === null) return UNKNOWN
  if (base.state !== 'paused') return PASSES
  const until = dayNumber(base.pausedUntilOn)
  return until !== null && until <= lastLoadingDay(needs)
    ? PASSES
    : vetoed({ kind: 'paused', until: base.pausedUntilOn })
}
