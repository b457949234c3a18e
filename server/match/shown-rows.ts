import type { Judged } from './match.ts'

/** A portal that has marked half of its base as preferred still gets a list of a readable length. */
export const MOST_KEPT = 20

/** The best of the list, and below them whoever is preferred: he is told of every load, however he ranks. */
export function shownRows(rows: readonly Judged[], most: number): Judged[] {
  const kept = rows.slice(most).filter(({ preferred }) => preferred)
  return [...rows.slice(0, most), ...kept.slice(0, MOST_KEPT)]
}
