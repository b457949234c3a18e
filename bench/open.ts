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
import { measurePortalCalls } from './open/portal-calls.ts'
import { quantile, table } from './statistics.ts'

const GOAL = { bytes: 220_000, requests: 12, otherHosts: 0, callsFirst: 1, callsRepeated: 0 }
const TEMPLATE = { bytes: 636_000, requests: 46, otherHosts: 3 }

/** `--runs N` (default 10) openings of each kind, `--seed`, `--scale` of the portal. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '10' },
      seed: { type: 'string', default: 'mogutin' },
      scale: { type: 'string', default: '1' },
    },
  })
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
    const cold: Opening[] = []
    const warm: Opening[] = []
    for (let index = 0; index < Number(values.runs); index++) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
      cold.push(await measureOpening(context, world, facts.requestTypeId))
      warm.push(await measureOpening(context, world, facts.requestTypeId))
      await context.close()
    }
    return report(cold, warm, calls, values.seed)
  } finally {
    await browser.close()
    await world.stop()
    rmSync(folder, { recursive: true, force: true })
  }
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
