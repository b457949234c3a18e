import { readEvents, type ServerEvent } from './event-stream.ts'

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000

/** How long to wait before connection number `failures + 1`, ms: doubles from a second up to half a minute. */
export function reconnectWait(failures: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1))
}

/**
 * Keeps a stream of server events open until the signal aborts: a broken stream is opened again with growing waits.
 * `onReconnect` is called after a gap, since events may have been missed in it.
 */
export async function followEvents(options: {
  open: (signal: AbortSignal) => Promise<Response>
  signal: AbortSignal
  onEvent: (event: ServerEvent) => void
  onReconnect: () => void
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>
}): Promise<void> {
  const { open, signal, onEvent, onReconnect, wait = pause } = options
  let failures = 0
  let opened = false
  while (!signal.aborted) {
    try {
      const answer = await open(signal)
      if (opened) onReconnect()
      opened = true
      failures = 0
      if (answer.body) for await (const event of readEvents(answer.body)) onEvent(event)
    } catch (error) {
      if (signal.aborted) return
      // A server that lacks the stream, or a right that was lost, will not mend by asking again and again.
      if (isRefusal(error)) return
    }
    failures += 1
    await wait(reconnectWait(failures), signal)
  }
}

function isRefusal(error: unknown): boolean {
  const code = (error as { code?: string } | null)?.code
  return code === 'no_right' || code === 'not_found' || code === 'not_installed' || code === 'not_signed_in'
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done, { once: true })
  })
}
