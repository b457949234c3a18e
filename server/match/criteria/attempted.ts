import type { Reason } from '../../../contract/carriers.ts'
import { momentMs } from '../days.ts'
import { standingAnswer, unansweredCalls } from '../standing-answer.ts'
import { WEIGHTS } from '../weights.ts'
import { judged, NOT_APPLICABLE, type Criterion } from './criterion.ts'

/**
 * Calls made for this very load: unanswered ones lower the carrier, "call back" lowers him until that moment. Terms
 * beside the evidence; refusals are a veto, not a term.
 */
export const attempted: Criterion = ({ attempts }, { nowMs }) => {
  if (attempts.length === 0) return NOT_APPLICABLE
  const lines: Reason[] = []
  const unanswered = Math.min(unansweredCalls(attempts), WEIGHTS.noAnswerCap)
  if (unanswered > 0) lines.push({ kind: 'attempted', result: 'no_answer', points: WEIGHTS.noAnswer * unanswered })
  const answer = standingAnswer(attempts)
  if (answer?.result === 'call_back' && !isPast(answer.until, nowMs))
    lines.push({ kind: 'attempted', result: 'call_back', points: WEIGHTS.callBack })
  return judged(lines)
}

function isPast(until: string | null, nowMs: number): boolean {
  const ms = momentMs(until)
  return ms !== null && ms <= nowMs
}
