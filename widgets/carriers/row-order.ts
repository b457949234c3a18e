import type { CarrierRow } from '../../contract/carriers.ts'

/**
 * Fresh rows in the order the reader already sees, newcomers at the end. A list that reorders itself under the
 * pointer makes people call the wrong carrier; the new order is offered, not forced. A carrier that left the fresh
 * list stays out.
 */
export function keepOrder(shown: readonly CarrierRow[], fresh: readonly CarrierRow[]): CarrierRow[] {
  const place = new Map(shown.map((row, index) => [row.companyId, index]))
  const rank = (row: CarrierRow) => place.get(row.companyId) ?? Number.POSITIVE_INFINITY
  return fresh
    .map((row, index) => ({ row, index }))
    .sort((a, b) => {
      const difference = rank(a.row) - rank(b.row)
      return Number.isNaN(difference) || difference === 0 ? a.index - b.index : difference
    })
    .map(({ row }) => row)
}

/** True when both lists name the same carriers in the same order. */
export function sameOrder(a: readonly CarrierRow[], b: readonly CarrierRow[]): boolean {
  return a.length === b.length && a.every((row, index) => row.companyId === b[index]?.companyId)
}

export interface ShownLists {
  rows: CarrierRow[]
  vetoed: CarrierRow[]
  /** false: the fresh answer has another order or has taken shown carriers away; the reader may ask for it. */
  settled: boolean
}

/**
 * Puts a fresh answer under what the reader sees: same order, and a carrier that has just been vetoed (somebody
 * heard «занят») keeps its line until the reader asks for the new order.
 */
export function mergeFresh(
  shown: readonly CarrierRow[],
  fresh: { rows: readonly CarrierRow[]; vetoed: readonly CarrierRow[] },
): ShownLists {
  const onScreen = new Set(shown.map((row) => row.companyId))
  const held = fresh.vetoed.filter((row) => onScreen.has(row.companyId))
  const rows = keepOrder(shown, [...fresh.rows, ...held])
  return {
    rows,
    vetoed: fresh.vetoed.filter((row) => !onScreen.has(row.companyId)),
    settled: held.length === 0 && sameOrder(rows, fresh.rows),
  }
}
