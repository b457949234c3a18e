/**
 * What it takes to show the first carrier: time from the placement POST to the first row, bytes and requests before
 * it, and the calls made to the portal on that path. Measured in a headless browser on the sandbox, each opening of
 * the first kind with an empty cache. Beside it stands what the vendor's own dashboard template needs for its table
 * page, counted on its built version: 636 kB, 46 requests, 3 of them to other hosts.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { portalFacts } from '../cli/demo/check.ts'
import { buildWidgets } from '../cli/demo/build.ts'
import { launchBrowser } from '../cli/demo/browser.ts'
import { installApp } from '../cli/demo/install.ts'
import { freePort } from '../cli/demo/processes.ts'
import { startWorld } from '../cli/demo/world.ts'
import { measureOpening, type Opening } from './open/browser-opening.ts'
import { keepImporting } from './open/keep-importing.ts'
import { measurePortalCalls } from './open/portal-calls.ts'
import { quantile, table } from './statistics.ts'

const GOAL = { bytes: 220_000, requests: 12, otherHosts: 0, callsFirst: 1, callsRepeated: 0 }
/** While the portal is imported, at the 95th percentile, as a multiple of what it is otherwise. */
const MOST_TIMES = 2
const TEMPLATE = { bytes: 636_000, requests: 46, otherHosts: 3 }

/**
 * `--runs N` (default 10) openings of each kind, `--seed`, `--scale` of the portal. `--while import` opens as many again
 * while the whole portal is read into the very copy they are answered from.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '10' },
      seed: { type: 'string', default: 'mogutin' },
      scale: { type: 'string', default: '1' },
      while: { type: 'string' },
    },
  })
  if (values.while !== undefined && values.while !== 'import') throw new Error('Only `--while import` is known')
  const folder = mkdtempSync(join(tmpdir(), 'reis-open-'))
  await buildWidgets()
  const world = await startWorld({
    folder,
    portalPort: await freePort(),
    serverPort: await freePort(),
    seed: values.seed,
    scale: Number(values.scale),
    logLevel: 'error',
  })
  const browser = await launchBrowser()
  try {
    await installApp(world.portalUrl, world.serverUrl, world.clientId, () => undefined)
    const facts = await portalFacts(world.portalUrl)
    const calls = await measurePortalCalls(world, facts.requestTypeId)
    const openBoth = async () => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
      const cold = await measureOpening(context, world, facts.requestTypeId)
      const warm = await measureOpening(context, world, facts.requestTypeId)
      await context.close()
      return { cold, warm }
    }
    const runs = Number(values.runs)
    const idle: Both[] = []
    while (idle.length < runs) idle.push(await openBoth())
    if (values.while === undefined)
      return report(
        idle.map((both) => both.cold),
        idle.map((both) => both.warm),
        calls,
        values.seed,
      )
    const importing = keepImporting(world, join(folder, 'data'))
    const busy: Both[] = []
    while (busy.length < runs) {
      await importing.untilReading()
      const both = await openBoth()
      // The import has ended meanwhile: that was no opening beside it.
      if (importing.isReading()) busy.push(both)
    }
    return reportWhile(idle, busy, await importing.stop(), values.seed)
  } finally {
    await browser.close()
    await world.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Both {
  cold: Opening
  warm: Opening
}

function reportWhile(idle: Both[], busy: Both[], read: { imports: number; rows: number }, seed: string): number {
  const at = (list: Both[], kind: keyof Both, q: number) =>
    quantile(
      list.map((both) => both[kind].firstRowMs),
      q,
    )
  const lines = (['cold', 'warm'] as const).map((kind) => {
    const [before, during] = [at(idle, kind, 0.95), at(busy, kind, 0.95)]
    return { kind, before, during, times: during / before }
  })
  const ms = (value: number) => `${Math.round(value)} ms`
  process.stdout.write(
    `${table([
      ['first row', 'alone p50', 'p95', 'beside an import p50', 'p95', 'p95 times'],
      ...lines.map(({ kind, before, during, times }) => [
        kind === 'cold' ? 'empty cache' : 'cached',
        ms(at(idle, kind, 0.5)),
        ms(before),
        ms(at(busy, kind, 0.5)),
        ms(during),
        times.toFixed(2),
      ]),
      ['goal', '', '', '', '', `≤ ${MOST_TIMES}`],
    ])}\n\n${busy.length} openings of each kind, beside ${read.imports} imports of ${read.rows} rows in all\n`,
  )
  const ok = lines.every(({ times }) => times <= MOST_TIMES)
  const figures = Object.fromEntries(
    lines.map(({ kind, before, during, times }) => [
      kind,
      { p95AloneMs: Math.round(before), p95WhileMs: Math.round(during), times: Math.round(times * 100) / 100 },
    ]),
  )
  process.stdout.write(`${JSON.stringify({ ok, while: 'import', ...figures, ...read, seed })}\n`)
  return ok ? 0 : 1
}

function report(cold: Opening[], warm: Opening[], calls: { first: number; repeated: number }, seed: string): number {
  const bytes = Math.max(...cold.map((opening) => opening.bytes))
  const requests = Math.max(...cold.map((opening) => opening.requests))
  const otherHosts = Math.max(...cold.map((opening) => opening.otherHosts))
  const p50 = (list: Opening[]): number =>
    Math.round(
      quantile(
        list.map((opening) => opening.firstRowMs),
        0.5,
      ),
    )
  const p95 = (list: Opening[]): number =>
    Math.round(
      quantile(
        list.map((opening) => opening.firstRowMs),
        0.95,
      ),
    )
  process.stdout.write(
    `${table([
      ['', 'first row p50', 'p95', 'bytes', 'requests', 'other hosts'],
      ['empty cache', `${p50(cold)} ms`, `${p95(cold)} ms`, String(bytes), String(requests), String(otherHosts)],
      ['cached', `${p50(warm)} ms`, `${p95(warm)} ms`, String(Math.max(...warm.map((one) => one.bytes))), '', ''],
      ['goal', '', '', `≤ ${GOAL.bytes}`, `≤ ${GOAL.requests}`, String(GOAL.otherHosts)],
      ["vendor's template", '', '', String(TEMPLATE.bytes), String(TEMPLATE.requests), String(TEMPLATE.otherHosts)],
    ])}\n\ncalls to the portal: ${calls.first} on a first opening (the session proof), ${calls.repeated} on a repeated one\n`,
  )
  const ok =
    bytes <= GOAL.bytes &&
    requests <= GOAL.requests &&
    otherHosts === GOAL.otherHosts &&
    calls.first <= GOAL.callsFirst &&
    calls.repeated === GOAL.callsRepeated
  const figures = {
    firstRowMs: { p50: p50(cold), p95: p95(cold) },
    cachedFirstRowMs: { p50: p50(warm), p95: p95(warm) },
    bytes,
    requests,
    otherHosts,
    portalCalls: calls,
    seed,
    ofTemplate: { bytes: bytes / TEMPLATE.bytes, requests: requests / TEMPLATE.requests },
  }
  process.stdout.write(`${JSON.stringify({ ok, ...figures })}\n`)
  return ok ? 0 : 1
}
