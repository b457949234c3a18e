/**
 * `npm run demo`: the sandbox portal with its company, the server, the application installed in it, and the copy
 * filled. With `--check`: the same on free ports in a fresh folder, then the logist's scenario in a headless browser;
 * the last line is JSON. Options: `--seed mogutin`, `--scale 1`, `--port 8024` (the server takes the next one).
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CAST } from '../sandbox/seeds/cast.ts'
import { checkDemo } from './demo/check.ts'
import { buildWidgets } from './demo/build.ts'
import { installApp } from './demo/install.ts'
import { freePort, isFree } from './demo/processes.ts'
import { progressPrinter } from './demo/progress-line.ts'
import type { ScenarioResult } from './demo/scenario.ts'
import { markInstalled, startWorld, type World } from './demo/world.ts'

/** Loading dates of the seed lie around the day it was planted: an older world looks abandoned. */
const FRESH_FOR_MS = 2 * 24 * 3600 * 1000

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    seed: { type: 'string', default: 'mogutin' },
    scale: { type: 'string', default: '1' },
    port: { type: 'string', default: '8024' },
  },
})
const say = (text: string): void => void process.stderr.write(text)

if (values.check) process.exitCode = await check()
else
  await demonstrate().catch((error: unknown) => {
    say(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })

async function demonstrate(): Promise<void> {
  const folder = join('var', 'demo', `${values.seed}-${values.scale}`)
  if (existsSync(join(folder, 'portal.db')) && Date.now() - statSync(join(folder, 'secret')).mtimeMs > FRESH_FOR_MS) {
    say('The demonstration is days old: starting it afresh.\n')
    rmSync(folder, { recursive: true })
  }
  const portalPort = Number(values.port)
  for (const port of [portalPort, portalPort + 1])
    if (!(await isFree(port))) {
      say(`Port ${port} is taken: stop what listens there, or choose another pair with --port.\n`)
      process.exitCode = 1
      return
    }
  const world = await bringUp(folder, portalPort, portalPort + 1)
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    say('\nStopping…\n')
    void world.stop()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.stdout.write(welcome(world))
  const sentence = await world.ended
  if (!stopping) {
    say(`${sentence}\n`)
    process.exitCode = 1
  }
  await world.stop()
}

async function check(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'reis-demo-'))
  let world: World | undefined
  try {
    world = await bringUp(folder, await freePort(), await freePort())
    const result = await checkDemo(world)
    process.stdout.write(summary(result))
    process.stdout.write(`${JSON.stringify({ ok: true, ...result, seed: values.seed })}\n`)
    return 0
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    process.stdout.write(`${JSON.stringify({ ok: false, reason, seed: values.seed })}\n`)
    return 1
  } finally {
    await world?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function bringUp(folder: string, portalPort: number, serverPort: number): Promise<World> {
  say('Widgets: ')
  say(`${await buildWidgets()}\n`)
  say('Portal and server…\n')
  const world = await startWorld({
    folder,
    portalPort,
    serverPort,
    seed: values.seed,
    scale: Number(values.scale),
    logLevel: 'warn',
  })
  if (world.installed) return world
  try {
    say('Installing the application in the portal:\n')
    const printer = progressPrinter(say, Boolean(process.stderr.isTTY))
    await installApp(world.portalUrl, world.serverUrl, world.clientId, printer)
    markInstalled(folder)
    return world
  } catch (error) {
    await world.stop()
    throw error
  }
}

function summary({ carriers, openMs, offerId }: ScenarioResult): string {
  return [
    `carriers in the list   ${carriers}`,
    `press to first row     ${openMs} ms`,
    `offer in the portal    № ${offerId}, its comment signed by the logist`,
    '',
  ].join('\n')
}

function welcome({ portalUrl }: World): string {
  const as = (userId: number): string => `${portalUrl}/?as=${userId}`
  return [
    '',
    `The portal:     ${portalUrl}`,
    `a logist:       ${as(CAST.logist)}`,
    `a manager:      ${as(CAST.manager)}`,
    `a head:         ${as(CAST.logisticsHead)}`,
    `the director:   ${as(CAST.director)}`,
    `the admin:      ${as(CAST.admin)}`,
    '',
    'Open any request (Запрос) and press the tab «Перевозчики». The signed-in person is switched at the top right.',
    'Ctrl-C stops everything.',
    '',
    '',
  ].join('\n')
}
