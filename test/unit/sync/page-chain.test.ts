import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { PortalError } from '../../../server/errors.ts'
import { phpQuery } from '../../../server/portal/php-query.ts'
import type { BatchMemberAnswer, PortalClient } from '../../../server/portal/portal-client.ts'
import { createBatchSize } from '../../../server/sync/batch-size.ts'
import { pageChain, readPageChain } from '../../../server/sync/page-chain.ts'
import { walkPages } from '../../../server/sync/walk-pages.ts'

const query = { entityTypeId: 4, select: ['id'] }

/**
 * A portal as careless as PHP: a cited id that is not there becomes an empty text, `>id` of which is everything.
 */
function carelessPortal(ids: number[], behave: { failFirst?: number } = {}) {
  let failures = behave.failFirst ?? 0
  const batches: number[] = []
  const client = {
    memberId: 'm',
    userId: 1,
    async batch(calls: ReturnType<typeof pageChain>) {
      batches.push(Object.keys(calls).length)
      if (failures > 0) {
        failures -= 1
        throw new PortalError('batch', 'REQUEST_TIMEOUT', 0, { retryable: true })
      }
      const answers: Record<string, BatchMemberAnswer> = {}
      const pages: { id: number }[][] = []
      for (const [key, { params }] of Object.entries(calls)) {
        const cited = /^\$result\[page(\d+)\]\[items\]\[49\]\[id\]$/.exec(
          String((params.filter as Record<string, unknown>)['>id']),
        )
        const after = cited
          ? pages[Number(cited[1])]?.[49]?.id
          : Number((params.filter as Record<string, unknown>)['>id'])
        const page = ids
          .filter((id) => id > (after ?? 0))
          .slice(0, 50)
          .map((id) => ({ id }))
        pages.push(page)
        answers[key] = { ok: true, result: { items: page.length ? page : [] } }
      }
      return answers
    },
  } as unknown as PortalClient
  return { client, batches }
}

async function walk(client: PortalClient, afterId = 0, expected: number | null = null) {
  const seen: number[] = []
  const ends: boolean[] = []
  await walkPages({
    client,
    query,
    afterId,
    expected,
    size: createBatchSize(),
    now: () => 0,
    async onPage(items, _lastId, ended) {
      seen.push(...items.map((item) => Number(item.id)))
      ends.push(ended)
    },
  })
  return { seen, ends }
}

test('each page of a chain starts after the last id of the one before', () => {
  const calls = pageChain({ ...query, filter: { '>=updatedTime': '2026-11-23' } }, 120, 3)
  expect(decodeURIComponent(phpQuery(calls.page0!.params))).toContain('filter[>id]=120')
  expect(decodeURIComponent(phpQuery(calls.page2!.params))).toContain('filter[>id]=$result[page1][items][49][id]')
  expect(decodeURIComponent(phpQuery(calls.page2!.params))).toContain('filter[>=updatedTime]=2026-11-23')
})

test('a chain that runs past the last page stops there and never begins again from the first row', async () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { maxLength: 700 })
  await fc.assert(
    fc.asyncProperty(ids, fc.option(fc.integer({ min: 0, max: 900 })), async (list, expected) => {
      const sorted = list.toSorted((a, b) => a - b)
      const { seen, ends } = await walk(carelessPortal(sorted).client, 0, expected)
      expect(seen).toEqual(sorted)
      expect(ends.filter(Boolean)).toEqual([true])
      expect(ends.at(-1)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('exactly fifty rows are one page and a proof that there is no more', async () => {
  const { seen } = await walk(carelessPortal(Array.from({ length: 50 }, (_, n) => n + 1)).client, 0, 50)
  expect(seen.length).toBe(50)
})

test('a walk goes on from where it was stopped', async () => {
  const ids = Array.from({ length: 120 }, (_, n) => n + 1)
  expect((await walk(carelessPortal(ids).client, 70)).seen).toEqual(ids.slice(70))
})

test('a lost answer is asked for again with fewer pages', async () => {
  const { client, batches } = carelessPortal([1, 2, 3], { failFirst: 2 })
  expect((await walk(client)).seen).toEqual([1, 2, 3])
  expect(batches).toEqual([10, 5, 2])
})

test('a page that fails inside a chain ends it there; a failure of the first is an error', () => {
  const full = (from: number) => ({
    ok: true as const,
    result: { items: Array.from({ length: 50 }, (_, n) => ({ id: from + n })) },
  })
  const refused = { ok: false as const, code: 'OPERATION_TIME_LIMIT', status: 429 }
  const read = readPageChain({ page0: full(1), page1: refused, page2: full(101) }, 0)
  expect(read).toMatchObject({ ended: false, lastId: 50 })
  expect(read.pages.length).toBe(1)
  expect(() => readPageChain({ page0: refused }, 0)).toThrow(/OPERATION_TIME_LIMIT/)
})

test('between two pages of a batch whoever waits gets an answer', async () => {
  const turns: number[] = []
  let written = 0
  let isOver = false
  const wait = () => {
    turns.push(written)
    if (!isOver) setImmediate(wait)
  }
  setImmediate(wait)
  await walkPages({
    client: carelessPortal(Array.from({ length: 450 }, (_, id) => id + 1)).client,
    query,
    afterId: 0,
    expected: null,
    size: createBatchSize(),
    now: () => 0,
    async onPage() {
      written += 1
    },
  })
  isOver = true
  expect([...new Set(turns)]).toEqual(expect.arrayContaining([1, 2, 3, 4, 5, 6, 7, 8, 9]))
})
