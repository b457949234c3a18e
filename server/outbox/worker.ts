import type { Log } from '../log.ts'

const POLL_MS = 2_000

/** Looks into the outbox of every portal every two seconds; what is accepted meanwhile is sent at once by whoever accepts it. */
export function startOutboxWorker(
  memberIds: () => Promise<string[]>,
  deliver: (memberId: string) => Promise<void>,
  log: Log,
  /** How many times faster than usual. */
  pace = 1,
) {
  const look = async () => {
    try {
      await Promise.all((await memberIds()).map(deliver))
    } catch (error) {
      // A registry that is busy for a moment must not end the process.
      log.warn({ err: error instanceof Error ? error.message : 'unknown' }, 'the outbox is looked into again later')
    }
  }
  const timer = setInterval(() => void look(), POLL_MS / pace)
  return { stop: () => clearInterval(timer) }
}
