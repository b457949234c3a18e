import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { CallOutcome } from './portal/portal-client.ts'

/** One portal's state at the moment somebody asks for the figures. */
export interface PortalFigures {
  memberId: string
  /** Writes accepted and not settled yet, and the age of the oldest in seconds; 0 where there is none. */
  queueLength: number
  queueAgeSeconds: number
  /** How far the copy is behind the portal, seconds; null before the first import has ended. */
  copyLagSeconds: number | null
}

/** What the running server counts of itself. Labels hold ids of portals and names of methods, never people. */
export interface Metrics {
  portalCall(call: { memberId: string; method: string; lane: string; outcome: CallOutcome; seconds: number }): void
  /** A list of carriers was answered from the copy. */
  matched(seconds: number): void
  request(call: { route: string; status: number }): void
  /** A caller was sent away for asking too often. */
  limited(what: string): void
  /** The text format of Prometheus. */
  text(): Promise<string>
  readonly contentType: string
}

/** `figures` is asked at every scrape. */
export function createMetrics(figures: () => Promise<PortalFigures[]>): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const calls = new Counter({
    name: 'reis_portal_calls_total',
    help: 'Calls to portals by method, lane and outcome',
    labelNames: ['portal', 'method', 'lane', 'outcome'],
    registers,
  })
  const callSeconds = new Histogram({
    name: 'reis_portal_call_seconds',
    help: 'Time until a portal answered',
    labelNames: ['lane'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers,
  })
  const matches = new Histogram({
    name: 'reis_match_seconds',
    help: 'Time to answer the Carriers tab from the copy',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1],
    registers,
  })
  const requests = new Counter({
    name: 'reis_http_requests_total',
    help: 'Requests answered by route and status',
    labelNames: ['route', 'status'],
    registers,
  })
  const limited = new Counter({
    name: 'reis_http_limited_total',
    help: 'Requests refused because their sender asks too often',
    labelNames: ['what'],
    registers,
  })
  const gauge = (name: string, help: string) => new Gauge({ name, help, labelNames: ['portal'], registers })
  const queueLength = gauge('reis_outbox_length', 'Writes accepted and not settled yet')
  const queueAge = gauge('reis_outbox_oldest_seconds', 'Age of the oldest write that is not settled')
  const copyLag = gauge('reis_copy_lag_seconds', 'How far the copy is behind the portal')
  const memory = new Gauge({ name: 'reis_memory_bytes', help: 'Resident memory of the process', registers })

  async function lookAround(): Promise<void> {
    for (const one of [queueLength, queueAge, copyLag]) one.reset()
    for (const portal of await figures()) {
      const labels = { portal: portal.memberId }
      queueLength.set(labels, portal.queueLength)
      queueAge.set(labels, portal.queueAgeSeconds)
      if (portal.copyLagSeconds !== null) copyLag.set(labels, portal.copyLagSeconds)
    }
    memory.set(process.memoryUsage().rss)
  }

  return {
    portalCall({ memberId, method, lane, outcome, seconds }) {
      calls.inc({ portal: memberId, method, lane, outcome })
      callSeconds.observe({ lane }, seconds)
    },
    matched: (seconds) => matches.observe(seconds),
    request: ({ route, status }) => requests.inc({ route, status: String(status) }),
    limited: (what) => limited.inc({ what }),
    async text() {
      await lookAround()
      return registry.metrics()
    },
    contentType: registry.contentType,
  }
}
