import { dayNumber } from '../days.ts'
import { lastLoadingDay } from '../needs.ts'
import { standingAnswer } from '../standing-answer.ts'
import { NOT_APPLICABLE, PASSES, vetoed, type CarrierVeto } from './veto.ts'

/**
 * The carrier has already said no to this very load: he does not run there, is too dear, or is busy beyond the last
 * loading day. On the day he named he is free; busy without a day is busy.
 */
export const attempted: CarrierVeto = ({ attempts }, needs) => {
  const answer = standingAnswer(attempts)
  if (answer === null) return NOT_APPLICABLE
  const veto = vetoed({ kind: 'attempt', result: answer.result, until: answer.until })
  if (answer.result === 'wrong_direction' || answer.result === 'too_dear') return veto
  if (answer.result !== 'busy_until') return PASSES
  const until = dayNumber(answer.until)
  return until !== null && until <= lastLoadingDay(needs) ? PASSES : veto
}
