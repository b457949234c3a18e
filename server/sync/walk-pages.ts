import { setImmediate as breathe } from 'node:timers/promises'
import { PortalError } from '../errors.ts'
import type { PortalClient } from '../portal/portal-client.ts'
import type { BatchSize } from './batch-size.ts'
import type { Item } from './indexers/item-reader.ts'
import { LIST_METHOD, PAGE_SIZE, pageChain, readPageChain, type PageQuery } from './page-chain.ts'

export interface Walk {
  client: PortalClient
  query: PageQuery
  afterId: number
  /** Rows still expected, where the portal has told; only keeps the batches from running past the end. */
  expected: number | null
  size: BatchSize
  /** Milliseconds. */
  now: () => number
  signal?: AbortSignal
  /** One page, in the order of ids; `ended` with the last one, which may be empty. */
  onPage: (items: Item[], lastId: number, ended: boolean) => Promise<void>
}

/** How often a batch whose answer was lost is asked for again, each time with fewer pages. */
const TRIES = 4

/**
 * Walks a list to its end, a batch of pages at a time; the next batch is under way while the pages of the last one
 * are written, and whoever is waiting is answered between two of them. Reading is safe to repeat, so a lost answer is asked for again.
 * Throws PortalError when the portal does not answer, the signal's reason when it was aborted.
 */
export async function walkPages(walk: Walk): Promise<void> {
  let expected = walk.expected
  let coming = readOnce(walk, walk.afterId, expected)
  for (;;) {
    walk.signal?.throwIfAborted()
    const read = await coming
    const seen = read.pages.reduce((sum, items) => sum + items.length, 0)
    expected = expected === null ? null : Math.max(0, expected - seen)
    if (!read.ended) {
      coming = readOnce(walk, read.lastId, expected)
      // Its failure is met when its turn comes; until then it must not count as unhandled.
      coming.catch(() => undefined)
    }
    for (const [index, items] of read.pages.entries()) {
      walk.signal?.throwIfAborted()
      const last = index === read.pages.length - 1
      await walk.onPage(items, Number(items.at(-1)!.id), last && read.ended)
      // SQLite answers at once, so nothing else would let go of the thread before the whole batch is written.
      await breathe()
    }
    if (!read.ended) continue
    if (!read.pages.length) await walk.onPage([], read.lastId, true)
    return
  }
}

async function readOnce(walk: Walk, afterId: number, expected: number | null) {
  for (let attempt = 1; ; attempt += 1) {
    // One page more than expected proves the end without another batch.
    const before = walk.client.secondsLeft?.(LIST_METHOD) ?? null
    const most = walk.size.pages(before)
    const wanted = expected === null ? most : Math.floor(expected / PAGE_SIZE) + 1
    const pages = Math.max(1, Math.min(most, wanted))
    const started = walk.now()
    try {
      const answers = await walk.client.batch(pageChain(walk.query, afterId, pages))
      walk.size.took(walk.now() - started)
      const after = walk.client.secondsLeft?.(LIST_METHOD) ?? null
      if (before !== null && after !== null) walk.size.cost(pages, before - after)
      return readPageChain(answers, afterId)
    } catch (error) {
      walk.size.failed()
      if (!(error instanceof PortalError) || !error.retryable || attempt >= TRIES) throw error
    }
  }
}
