import { createRandom, type Random } from '../world/random.ts'
import { quantile } from '../statistics.ts'
import type { Engine, RankedCompany } from './engine.ts'
import type { BenchRequest } from './requests.ts'

/** Milliseconds. */
export interface Times {
  p50: number
  p95: number
  p99: number
  mean: number
}

export interface Measured {
  times: Map<string, Times>
  /** Engines whose fifty differ from the first engine's for some request, with how many. */
  differing: Map<string, number>
}

/** Sums of the same figures in another order differ in their last digits. */
const SAME_WITHIN = 1e-6

/**
 * So many passes over all requests are not timed: code that is run often is compiled in steps, and a server runs for days.
 * Ours gains a third of its time by it; PostgreSQL, which is asked as often, a twentieth.
 */
const UNTIMED_PASSES = 5

/**
 * Asks every engine every request in turn, so that whatever else the machine does falls on all of them alike. The first
 * pass compares the answers; it and some more warm caches and code.
 */
export async function measure(
  engines: readonly Engine[],
  requests: readonly BenchRequest[],
  rounds: number,
): Promise<Measured> {
  const times = new Map<string, number[]>(engines.map(({ name }) => [name, []]))
  const differing = new Map<string, number>()
  for (const request of requests) {
    const [ours, ...others] = engines
    const expected = await ours!.top(request)
    for (const engine of others) {
      if (isSameTop(expected, await engine.top(request))) continue
      differing.set(engine.name, (differing.get(engine.name) ?? 0) + 1)
    }
  }
  for (let pass = 1; pass < UNTIMED_PASSES; pass++)
    for (const request of requests) for (const engine of engines) await engine.top(request)
  for (let round = 0; round < rounds; round++) {
    for (const [number, request] of requests.entries()) {
      for (const engine of shuffled(engines, createRandom(round * requests.length + number, 'turns'))) {
        const started = performance.now()
        const answer = engine.top(request)
        if (answer instanceof Promise) await answer
        times.get(engine.name)!.push(performance.now() - started)
      }
    }
  }
  return { times: new Map(Array.from(times, ([name, values]) => [name, timesOf(values)])), differing }
}

/** Another order for each request: whoever follows a heavy one finds the processor's caches emptied. */
function shuffled(engines: readonly Engine[], random: Random): Engine[] {
  return engines
    .map((engine) => ({ engine, lot: random.next() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ engine }) => engine)
}

export function timesOf(values: readonly number[]): Times {
  const rounded = (ms: number) => Number(ms.toFixed(4))
  return {
    p50: rounded(quantile(values, 0.5)),
    p95: rounded(quantile(values, 0.95)),
    p99: rounded(quantile(values, 0.99)),
    mean: rounded(values.reduce((sum, ms) => sum + ms, 0) / values.length),
  }
}

/** The same companies with the same evidence; those that tie with the last one may be others. */
export function isSameTop(expected: readonly RankedCompany[], got: readonly RankedCompany[]): boolean {
  if (expected.length !== got.length) return false
  const isClose = (a: number, b: number) => Math.abs(a - b) <= SAME_WITHIN * Math.max(1, Math.abs(a))
  if (!expected.every(({ evidence }, at) => isClose(evidence, got[at]!.evidence))) return false
  const last = expected.at(-1)?.evidence ?? 0
  const ids = new Set(expected.map(({ companyId }) => companyId))
  return got.every(({ companyId, evidence }) => ids.has(companyId) || isClose(evidence, last))
}
