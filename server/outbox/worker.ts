const POLL_MS = 2_000

/** Looks into the outbox of every portal every two seconds; what is accepted meanwhile is sent at once by whoever accepts it. */
export function startOutboxWorker(memberIds: () => Promise<string[]>, deliver: (memberId: string) => Promise<void>) {
  const timer = setInterval(() => {
    void memberIds().then((ids) => Promise.all(ids.map(deliver)))
  }, POLL_MS)
  return { stop: () => clearInterval(timer) }
}
