/** The portal gives up on a request after 60 seconds; a batch should stay well below. */
const COMFORTABLE_MS = 10_000
const TOO_LONG_MS = 25_000
const MOST_PAGES = 50

/**
 * How many pages to ask for at once, learnt from how long the last batch took (slow portals get small batches) and
 * from what it cost of the portal's execution allowance.
 */
export interface BatchSize {
  /** `secondsLeft` of the allowance; null where it is not known. */
  pages(secondsLeft?: number | null): number
  took(ms: number): void
  /** So many pages have cost so much execution time. */
  cost(pages: number, seconds: number): void
  failed(): void
}

export function createBatchSize(first = 10): BatchSize {
  let pages = first
  let secondsAPage = 0
  return {
    pages(secondsLeft = null) {
      if (secondsLeft === null || secondsAPage === 0) return pages
      return Math.max(1, Math.min(pages, Math.floor(secondsLeft / secondsAPage)))
    },
    cost(read, seconds) {
      if (read > 0 && seconds > 0) secondsAPage = seconds / read
    },
    took(ms) {
      if (ms < COMFORTABLE_MS) pages = Math.min(MOST_PAGES, pages * 2)
      else if (ms > TOO_LONG_MS) pages = Math.max(1, Math.floor(pages / 2))
    },
    failed() {
      pages = Math.max(1, Math.floor(pages / 2))
    },
  }
}
