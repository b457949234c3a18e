import type { Attempt } from '../../contract/carriers.ts'

/**
 * The newest attempt in which the carrier said something: a later answer replaces an earlier one, an unanswered
 * call does not. Attempts come newest first; null when he has not been reached.
 */
export function standingAnswer(attempts: readonly Attempt[]): Attempt | null {
  return attempts.find(({ result }) => result !== 'calling' && result !== 'no_answer') ?? null
}

/** Unanswered calls since the carrier last said something. */
export function unansweredCalls(attempts: readonly Attempt[]): number {
  const answered = attempts.findIndex(({ result }) => result !== 'calling' && result !== 'no_answer')
  const since = answered < 0 ? attempts : attempts.slice(0, answered)
  return since.filter(({ result }) => result === 'no_answer').length
}
