import type { Gazetteer } from '../../server/places/gazetteer.ts'
import { table } from '../statistics.ts'
import { measure, type Times } from './measure.ts'
import { ourEngine } from './ours.ts'
import { drawRequests } from './requests.ts'
import { madeData } from './world-data.ts'

const GOAL = { p99Ratio: 1.5 }

/** The same index on a world so many times as large, beside the usual one; other engines are compared at scale 1. */
export async function runScaleUp(
  gazetteer: Gazetteer,
  {
    scale,
    seed,
    rounds,
    requests,
    limit,
  }: { scale: number; seed: number; rounds: number; requests: number; limit: number },
): Promise<number> {
  const times: Record<string, Times> = {}
  const sizes: string[] = []
  // Both are ready before either is asked, and they are asked in turn.
  const worlds = [1, scale].map((factor) => {
    const data = madeData(gazetteer, seed, factor)
    const engine = ourEngine(data, gazetteer, limit, data.laneRows)
    const megabytes = (engine.bytes / 2 ** 20).toFixed(1)
    sizes.push(
      `×${factor}: ${data.laneRows.length} rows of lanes, built in ${engine.readyMs.toFixed(0)} ms, ${megabytes} MiB`,
    )
    return { factor, engine, requests: drawRequests(requests, data.history.orders, seed) }
  })
  for (let round = 0; round <= rounds; round++) {
    for (const { factor, engine, requests: asked } of worlds) {
      const { times: measured } = await measure([engine], asked, 1)
      // The first round warms up.
      if (round > 0) times[`×${factor}`] = betterOf(times[`×${factor}`], measured.get('ours')!)
    }
  }
  console.log(sizes.join('\n'))
  const rows = Object.entries(times).map(([name, { p50, p95, p99, mean }]) => [name, p50, p95, p99, mean].map(String))
  console.log(table([['world', 'p50 ms', 'p95', 'p99', 'mean'], ...rows]))
  const p99Ratio = Number((times[`×${scale}`]!.p99 / times['×1']!.p99).toFixed(2))
  const ok = p99Ratio <= GOAL.p99Ratio
  console.log(`p99 at ×${scale} is ${p99Ratio} times that at ×1, goal ≤ ${GOAL.p99Ratio}`)
  console.log(JSON.stringify({ ok, scale, ours: times['×1'], oursScaled: times[`×${scale}`], p99Ratio }))
  return ok ? 0 : 1
}

/** Of several passes over the same requests the quieter one. */
function betterOf(known: Times | undefined, next: Times): Times {
  return known && known.p99 <= next.p99 ? known : next
}
