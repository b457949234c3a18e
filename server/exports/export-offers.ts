import { Worker } from 'node:worker_threads'
import type { OffersExport } from './offers-worker.ts'

/**
 * The bytes of an export, made in a thread of its own. Whoever stops reading ends the thread; a fault of the thread
 * is an error of the stream.
 */
export function exportOffers(job: OffersExport): ReadableStream<Uint8Array> {
  const module = new URL('offers-worker.ts', import.meta.url).href
  const worker = new Worker(new URL('worker-start.mjs', import.meta.url), { workerData: { module, ...job } })
  let isOver = false
  const end = () => {
    isOver = true
    void worker.terminate()
  }
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        worker.on('message', (piece: Uint8Array | null) => {
          if (isOver) return
          if (piece !== null) return controller.enqueue(piece)
          controller.close()
          end()
        })
        worker.on('error', (error) => {
          if (!isOver) controller.error(error)
          end()
        })
        worker.on('exit', (code) => {
          if (!isOver) controller.error(new Error(`The export ended before its time, with ${code}`))
          isOver = true
        })
      },
      // The first pieces come unasked; each one read asks for the next.
      pull: () => worker.postMessage('next'),
      cancel: end,
    },
    { highWaterMark: 4 },
  )
}
