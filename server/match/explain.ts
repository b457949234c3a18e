import type { Reason } from '../../contract/carriers.ts'
import type { Scored } from './score.ts'
import { WEIGHTS } from './weights.ts'

/**
 * The lines of a row, biggest first, all in points of evidence so that they compare: a term t beside the logarithm
 * multiplies what stands so far by e^t, and its line says how much evidence that is worth. So the lines add up,
 * score = ln(0.15 + Σ points), up to the rounding of points to four decimals.
 */
export function explain({ evidence, evidenceLines, termLines }: Scored): Reason[] {
  const lines = evidenceLines.map((line) => withPoints(line, line.points))
  let standing = WEIGHTS.floor + evidence
  for (const line of termLines) {
    const worth = standing * Math.expm1(line.points)
    lines.push(withPoints(line, worth))
    standing += worth
  }
  return lines.sort((a, b) => b.points - a.points)
}

function withPoints(line: Reason, points: number): Reason {
  return { ...line, points: Math.round(points * 1e4) / 1e4 }
}
