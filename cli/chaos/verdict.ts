import type { AcceptedPress } from './press.ts'

export interface Verdict {
  /** Traces of accepted presses that the portal does not show. */
  lost: string[]
  /** Traces it shows more than once. */
  doubled: string[]
  /** Traces that came before one whose press had been accepted before theirs was sent. */
  reordered: string[]
  /** Traces of presses that were given up in plain sight, and stand in the portal all the same. */
  ghosts: string[]
}

/**
 * Compares what was accepted with what the portal shows: by subject, the marks in the order in which they came.
 * `dropped` are steps (`key step`) an administrator saw refused and let go: they must have left no trace.
 */
export function judge(
  presses: readonly AcceptedPress[],
  seen: ReadonlyMap<string, readonly string[]>,
  dropped: ReadonlySet<string> = new Set(),
): Verdict {
  const verdict: Verdict = { lost: [], doubled: [], reordered: [], ghosts: [] }
  const bySubject = new Map<string, Map<string, { press: AcceptedPress; step: number }>>()
  for (const press of presses)
    for (const { subject, mark, step } of press.traces) {
      const known = bySubject.get(subject) ?? new Map<string, { press: AcceptedPress; step: number }>()
      bySubject.set(subject, known.set(mark, { press, step }))
    }
  for (const [subject, wanted] of bySubject) {
    const marks = (seen.get(subject) ?? []).filter((mark) => wanted.has(mark))
    const name = (mark: string) => `${subject}: ${mark}`
    const counts = new Map<string, number>()
    for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1)
    for (const [mark, { press, step }] of wanted) {
      const count = counts.get(mark) ?? 0
      if (dropped.has(`${press.key} ${step}`)) verdict.ghosts.push(...(count > 0 ? [name(mark)] : []))
      else if (count === 0) verdict.lost.push(name(mark))
      else if (count > 1) verdict.doubled.push(name(mark))
    }
    // From the last to the first: the earliest acceptance among those that came later.
    let earliestLater = Infinity
    for (const mark of marks.toReversed()) {
      const { press } = wanted.get(mark)!
      // What was sent again after a refusal has its place by that, which nobody here has timed.
      if (press.isAgain) continue
      if (earliestLater < press.sentAt) verdict.reordered.push(name(mark))
      earliestLater = Math.min(earliestLater, press.heardAt)
    }
  }
  return verdict
}
