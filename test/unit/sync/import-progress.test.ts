import { expect, test } from 'vitest'
import { importProgress } from '../../../server/sync/import-progress.ts'

const page = (entity: string, rows: number, total: number | null, finishedAt: string | null = null) =>
  [entity, { entity, lastId: rows, rows, total, finishedAt }] as const

test('time left is reckoned from this run’s own pace, not from rows an earlier run has brought', () => {
  const pages = new Map([page('company', 1000, 1000, '2026-11-23T09:00:00Z'), page('offer', 1000, 3000)])
  const progress = importProgress(pages, 1000, 10_000)
  expect(progress.secondsLeft).toBe(20)
  expect(progress.entities.find((one) => one.entity === 'offer')).toEqual({ entity: 'offer', rows: 1000, total: 3000 })
})

test('nothing is promised before the pace is known, and nothing is left at the end', () => {
  expect(importProgress(new Map([page('company', 0, 500)]), 0, 100).secondsLeft).toBeNull()
  expect(importProgress(new Map(), 0, 0).secondsLeft).toBeNull()
  expect(importProgress(new Map([page('company', 500, 500)]), 0, 100).secondsLeft).toBe(0)
})

test('thirty people and a wait for the portal’s limits promise no days of waiting', () => {
  const pages = (rows: number) =>
    new Map([page('people', 30, 30, '2026-11-23T09:00:00Z'), page('company', rows, 50_000)])
  expect(importProgress(pages(0), 0, 55_000).secondsLeft).toBeNull()
  expect(importProgress(pages(5_000), 0, 60_000).secondsLeft).toBe(537)
})
