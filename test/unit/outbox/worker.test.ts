import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLog } from '../../../server/log.ts'
import { startOutboxWorker } from '../../../server/outbox/worker.ts'

const unhandled: unknown[] = []
const note = (error: unknown) => void unhandled.push(error)
beforeEach(() => {
  vi.useFakeTimers()
  process.on('unhandledRejection', note)
})
afterEach(() => {
  process.off('unhandledRejection', note)
  vi.useRealTimers()
})

test('a registry that is busy for a moment ends neither the process nor the deliveries', async () => {
  let busy = true
  const delivered: string[] = []
  const worker = startOutboxWorker(
    async () => {
      if (busy) throw new Error('database is locked')
      return ['portal-1']
    },
    async (memberId) => void delivered.push(memberId),
    createLog('silent'),
  )
  await vi.advanceTimersByTimeAsync(2_000)
  busy = false
  await vi.advanceTimersByTimeAsync(2_000)
  worker.stop()
  vi.useRealTimers()
  await new Promise((resolve) => setImmediate(resolve))
  expect(unhandled).toEqual([])
  expect(delivered).toEqual(['portal-1'])
})
