import { serve } from '@hono/node-server'
import { Cron } from 'croner'
import type { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from './app.ts'
import type { Context } from './context.ts'
import { startOutboxWorker } from './outbox/worker.ts'

const DRAIN_MS = 15_000
/** When nobody works, in the server's own zone. */
const NIGHTLY = '17 3 * * *'
const HOURLY = '7 * * * *'
/** Events tell of most; one may get lost. Two calls for fifty carriers cost the portal nothing. */
const OFTEN = '*/10 * * * *'

export interface RunningServer {
  url: string
  /** Stops taking requests, lets what is under way end, and closes every file. */
  stop(): Promise<void>
}

/**
 * Opens the port and begins the background work. `createServer` lets the development command answer some paths
 * itself; `pace` is how many times faster than the machine's the clock of `context` runs. Rejects when the port is
 * taken.
 */
export async function startServer(
  context: Context,
  createServer?: typeof createHttpServer,
  pace = 1,
): Promise<RunningServer> {
  const { config, log } = context
  const fetch = createApp(context.api).fetch
  const server = serve({ fetch, port: config.port, hostname: config.host, ...(createServer && { createServer }) })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  const outbox = startOutboxWorker(context.installed, context.deliver, log, pace)
  const draining = setInterval(() => void sideBySide(context, 'drain', context.drain), DRAIN_MS / pace)
  const nightly = new Cron(NIGHTLY, { protect: true }, async () => {
    await forEveryPortal(context, 'reconcile', context.reconcile)
    await forEveryPortal(context, 'check the map', context.checkMap)
    await quietly(context, 'purge', context.purge)
  })
  // Every hour, since the machine may have slept over any one of them; a day that is recorded costs nothing more.
  const hourly = new Cron(HOURLY, { protect: true }, async () => {
    await forEveryPortal(context, 'rates', context.recordRates)
    await forEveryPortal(context, 'calendar', context.recordCalendar)
  })
  const often = new Cron(OFTEN, { protect: true }, () => forEveryPortal(context, 'bank details', context.watchAccounts))
  void sideBySide(context, 'drain', context.drain)
  void forEveryPortal(context, 'check the map', context.checkMap)
  context.warmUp().catch((error: unknown) => context.api.report(error, 'warming up'))
  const url = `http://${config.host}:${(server.address() as AddressInfo).port}`
  log.info({ url, publicUrl: config.publicUrl }, 'Reis is ready')
  return {
    url,
    async stop() {
      clearInterval(draining)
      outbox.stop()
      nightly.stop()
      hourly.stop()
      often.stop()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        // Live streams never end by themselves.
        if ('closeAllConnections' in server) setImmediate(() => server.closeAllConnections())
      })
      await context.close()
    },
  }
}

/** A portal that answers after a minute must not keep the others' changes waiting. */
async function sideBySide(context: Context, what: string, work: (memberId: string) => Promise<void>) {
  await quietly(context, what, async () => {
    const memberIds = await context.installed()
    await Promise.all(memberIds.map((memberId) => quietly(context, what, () => work(memberId), memberId)))
  })
}

/** Heavy work, one portal after another; one portal's silence is not another's trouble. */
async function forEveryPortal(context: Context, what: string, work: (memberId: string) => Promise<void>) {
  await quietly(context, what, async () => {
    for (const memberId of await context.installed()) await quietly(context, what, () => work(memberId), memberId)
  })
}

/** Nobody waits for background work: an error of it must be told, and must not end the process. */
async function quietly(context: Context, what: string, work: () => Promise<void>, memberId?: string) {
  try {
    await work()
  } catch (error) {
    const err = error instanceof Error ? error.message : 'unknown'
    context.log.warn({ memberId, what, err }, 'background work has to be done again later')
  }
}
