import { toText } from './params.ts'

export const pageSize = 50

/** No list is that long. */
const farthest = 2 ** 31

export interface Page<T> {
  rows: T[]
  total?: number
  next?: number
}

/** Cuts one page of 50 out of rows that are all at hand. `start` of -1 means the first page without a count. */
export function pageOf<T>(all: readonly T[], start: number): Page<T> {
  if (start < 0) return { rows: all.slice(0, pageSize) }
  const page: Page<T> = { rows: all.slice(start, start + pageSize), total: all.length }
  if (start + pageSize < all.length) page.next = start + pageSize
  return page
}

/** What the caller sent as `start`: anything below zero is -1, anything that is no number is 0. */
export function readStart(value: unknown): number {
  const start = Math.trunc(Number(toText(value) || 0))
  if (!Number.isFinite(start)) return 0
  return start < 0 ? -1 : Math.min(start, farthest)
}
