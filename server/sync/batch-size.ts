/** The portal gives up on a request after 60 seconds; a batch should stay well below. */
const COMFORTABLE_MS = 10_000
const TOO_LONG_MS = 25_000
const MOST_PAGES = 50

/** How many pages to ask for at once, learnt from how long the last batch took: slow portals get small batches. */
export interface BatchSize {
  pages(): number
  took(ms: number): void
  failed(): void
}

export function createBatchSize(first = 10): BatchSize {
  let pages = first
  return {
    pages: () => pages,
    took(ms) {
      if (ms < COMFORTABLE_MS) pages = Math.min(MOST_PAGES, pages * 2)
      else if (ms > TOO_LONG_MS) pages = Math.max(1, Math.floor(pages / 2))
    },
    failed() {
      pages = Math.max(1, Math.floor(pages / 2))
    },
  }
}
