/**
 * Whether the sandbox portal is fast enough never to be what another measurement measures: 300,000 items planted, a page
 * of `crm.item.list` by `>id` on them with all fields, a batch of fifty such pages, one `crm.item.get`. The portal runs in
 * a process of its own, without its rate limit, and is asked over HTTP.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { parseArgs } from 'node:util'
import { quantile, table } from './statistics.ts'

const GOAL = { items: 300_000, loadSeconds: 60, pageMs: 5, batchMs: 150 }

/** `--scale N` of the seed (10.1: 300,000 items), `--runs N` pages (300; a tenth of it batches). */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { scale: { type: 'string', default: '10.1' }, runs: { type: 'string', default: '300' } },
  })
  const runs = Number(values.runs)
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [
      'node_modules/tsx/dist/cli.mjs',
      'sandbox/main.ts',
      '--port',
      '0',
      '--seed',
      'mogutin',
      '--scale',
      values.scale,
      '--per-second',
      '0',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  try {
    const webhook = await webhookOf(child)
    const loadSeconds = (performance.now() - began) / 1000
    const ask = asker(webhook)
    const types = await typesOf(ask)
    const items = types.reduce((sum, { count }) => sum + count, 0)
    const { entityTypeId, count } = types.toSorted((one, other) => other.count - one.count)[0]!
    const from = (n: number): number => Math.floor((n * 0.618_033_988_75 * count) % count)
    const pageOf = (n: number) => ({ entityTypeId, filter: { '>id': from(n) }, order: { id: 'ASC' }, start: -1 })
    const read = reader(webhook)
    const pages = await measure(runs, (n) => read('crm.item.list', pageOf(n)))
    const batches = await measure(Math.ceil(runs / 10), (n) =>
      read('batch', {
        cmd: Array.from({ length: 50 }, (_, at) => {
          const id = from(n * 50 + at)
          return `crm.item.list?entityTypeId=${entityTypeId}&filter[>id]=${id}&order[id]=ASC&start=-1`
        }),
      }),
    )
    const gets = await measure(runs, (n) => read('crm.item.get', { entityTypeId, id: from(n) + 1 }))
    return report({ items, loadSeconds, pages, batches, gets })
  } finally {
    child.kill()
  }
}

type Ask = (method: string, params: Record<string, unknown>) => Promise<{ result: unknown; total?: number }>

/** Resolves with the address that the started portal prints; rejects when it ends before. */
function webhookOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout?.on('data', (part: Buffer) => {
      printed += part.toString()
      const found = /Webhook\s+(\S+)\n/.exec(printed)
      if (found?.[1]) resolve(found[1])
    })
    child.once('exit', () => reject(new Error(`The portal has ended: ${printed}`)))
  })
}

const asker =
  (webhook: string): Ask =>
  async (method, params) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(params) }
    const answer = (await (await fetch(webhook + method, init)).json()) as Awaited<ReturnType<Ask>> & { error?: string }
    if (answer.error !== undefined) throw new Error(`${method}: ${answer.error}`)
    return answer
  }

/** Reads the answer to its end and does not take it apart: that is the asker's time, not the portal's. */
const reader =
  (webhook: string) =>
  async (method: string, params: Record<string, unknown>): Promise<void> => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(params) }
    const answer = await fetch(webhook + method, init)
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${method}: ${answer.status}`)
  }

async function typesOf(ask: Ask): Promise<{ entityTypeId: number; count: number }[]> {
  const { result } = await ask('crm.type.list', {})
  const own = (result as { types: { entityTypeId: number }[] }).types.map(({ entityTypeId }) => entityTypeId)
  const types: { entityTypeId: number; count: number }[] = []
  for (const entityTypeId of [1, 2, 3, 4, ...own]) {
    const { total = 0 } = await ask('crm.item.list', { entityTypeId, select: ['id'] })
    types.push({ entityTypeId, count: total })
  }
  return types
}

/** Milliseconds of each run from the request to the whole answer read; a tenth more go before, unmeasured. */
async function measure(runs: number, one: (n: number) => Promise<unknown>): Promise<number[]> {
  for (let n = 0; n < Math.ceil(runs / 10); n++) await one(runs + n)
  const times: number[] = []
  for (let n = 0; n < runs; n++) {
    const began = performance.now()
    await one(n)
    times.push(performance.now() - began)
  }
  return times
}

function report(found: {
  items: number
  loadSeconds: number
  pages: number[]
  batches: number[]
  gets: number[]
}): number {
  const { items, loadSeconds } = found
  const [page, batch, get] = [found.pages, found.batches, found.gets].map((times) => ({
    best: Math.min(...times),
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  })) as [Figures, Figures, Figures]
  const ok = items >= GOAL.items && loadSeconds < GOAL.loadSeconds && page.p50 < GOAL.pageMs && batch.p50 < GOAL.batchMs
  const line = (name: string, figures: Figures, goal: string): string[] => [
    name,
    `${figures.best.toFixed(1)} ms`,
    `${figures.p50.toFixed(1)} ms`,
    `${figures.p95.toFixed(1)} ms`,
    goal,
  ]
  process.stdout.write(
    `${table([
      ['', 'best', 'p50', 'p95', 'goal'],
      line('crm.item.list, a page of 50 by >id', page, `p50 < ${GOAL.pageMs} ms`),
      line('batch of 50 such pages', batch, `p50 < ${GOAL.batchMs} ms`),
      line('crm.item.get', get, ''),
      [`${items.toLocaleString('en')} items planted`, `${loadSeconds.toFixed(1)} s`, '', '', `< ${GOAL.loadSeconds} s`],
    ])}\n`,
  )
  process.stdout.write(`${JSON.stringify({ ok, bench: 'sandbox', items, loadSeconds, page, batch, get })}\n`)
  return ok ? 0 : 1
}

interface Figures {
  best: number
  p50: number
  p95: number
}
