import type { Attempt, Reason } from '../../../contract/carriers.ts'
import { momentMs } from '../days.ts'
import { standingAnswer, unansweredCalls } from '../standing-answer.ts'
import { WEIGHTS } from '../weights.ts'
import type { Criterion } from './criterion.ts'

/**
 * Calls made for this very load: unanswered ones lower the carrier, "call back" lowers him until that moment. Terms
 * beside the evidence; refusals are a veto, not a term.
 */
export const attempted: Criterion = {
  judge({ attempts }, { nowMs }) {
    if (attempts.length === 0) return 'not_applicable'
    return unansweredPoints(attempts) + callBackPoints(attempts, nowMs)
  },

  explain({ attempts }, { nowMs }) {
    const lines: Reason[] = [
      { kind: 'attempted', result: 'no_answer', points: unansweredPoints(attempts) },
      { kind: 'attempted', result: 'call_back', points: callBackPoints(attempts, nowMs) },
    ]
    return lines.filter(({ points }) => points !== 0)
  },
}

function unansweredPoints(attempts: readonly Attempt[]): number {
  return WEIGHTS.noAnswer * Math.min(unansweredCalls(attempts), WEIGHTS.noAnswerCap)
}

function callBackPoints(attempts: readonly Attempt[], nowMs: number): number {
  const answer = standingAnswer(attempts)
  if (answer?.result !== 'call_back') return 0
  const untilMs = momentMs(answer.until)
  return untilMs !== null && untilMs <= nowMs ? 0 : WEIGHTS.callBack
}
