import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { APP_SCOPES } from '../../cli/demo/app-scopes.ts'
import { installApp } from '../../cli/demo/install.ts'
import { portalAction, readBoot } from '../../cli/demo/portal-pages.ts'
import type { LoadKind } from '../../contract/load.ts'
import { boot as bootSchema, type Boot, type Session } from '../../contract/session.ts'
import type { InstallState } from '../../contract/install.ts'
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/server.ts'
import { createContext, type Context, type Overrides } from '../../server/context.ts'
import { createLog } from '../../server/log.ts'
import type { SchemaMap } from '../../server/portal/schema-map.ts'
import { startServer } from '../../server/start.ts'
import { readMeta } from '../../server/store/meta.ts'

const CLIENT_ID = 'local.reis.world'
const CLIENT_SECRET = 'the-secret-of-the-app-in-tests'

/** What the portal's page posts into a frame, to be posted as often as a test likes. */
export interface Ticket {
  action: string
  fields: Record<string, string>
}

export interface Opened {
  status: number
  headers: Headers
  html: string
  /** From the POST to the first and to the last byte. */
  firstByteMs: number
  lastByteMs: number
  /** Throws when the answer holds no data block. */
  boot: () => Boot
}

export interface World {
  sandbox: Sandbox
  context: Context
  serverUrl: string
  /** Undefined while the app is not fitted. */
  map: SchemaMap
  installed: InstallState
  /** Everything the server has logged so far. */
  logged: () => string
  /** Moves the server's clock on; nobody sleeps. */
  pass(span: { seconds?: number; minutes?: number }): void
  /** What the portal's own page would post for this person and card. */
  ticket(userId: number, kind: LoadKind, id: number): Promise<Ticket>
  /** Posts a ticket, with some of its fields changed. */
  post(ticket: Ticket, change?: Record<string, string>, query?: Record<string, string>): Promise<Opened>
  openCard(userId: number, kind: LoadKind, id: number): Promise<Opened>
  /** Opens a card that must open. */
  session(userId: number, kind: LoadKind, id: number): Promise<Session>
  /** Calls our API with a session; `body` as JSON. */
  api(session: Pick<Session, 'token'> | null, method: string, path: string, body?: unknown): Promise<Response>
  /** Delivers what was accepted and takes the portal's changes over. */
  settle(): Promise<void>
  /** Stops the server, lets something happen meanwhile, and starts it again over the same files. */
  whileDown(work: () => Promise<void>): Promise<void>
  /** A method of the portal, as its administrator. */
  rest<Result>(method: string, params: Record<string, unknown>): Promise<Result>
  close(): Promise<void>
}

export interface WorldOptions {
  seed?: SandboxOptions['seed']
  scale?: number
  /** Leaves the app unfitted. */
  bare?: boolean
  overrides?: Overrides
  /** What the portal's plan holds. */
  features?: SandboxOptions['features']
  /** What the administrator gives the app; all it asks for where nothing is said. */
  scope?: string[]
}

/**
 * The sandbox portal and our server in one process, speaking HTTP to each other; the app is installed through the real
 * install flow and the copy is filled.
 */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'reis-world-'))
  const port = await freePort()
  const serverUrl = `http://127.0.0.1:${port}`
  let shift = 0
  const now = () => Date.now() + shift
  const sandbox = await startSandbox({
    seed: options.seed ?? 'small',
    now,
    ...(options.scale && { scale: options.scale }),
    ...(options.features && { features: options.features }),
    limits: { perSecond: Infinity, operatingSeconds: 1_000_000 },
    app: {
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      title: { ru: 'Рейс', en: 'Reis' },
      handlerUrl: `${serverUrl}/app`,
      installUrl: `${serverUrl}/install`,
      scope: options.scope ?? APP_SCOPES,
    },
  })
  const lines: string[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  const settings = [
    {
      port,
      host: '127.0.0.1',
      publicUrl: serverUrl,
      dataFolder: join(folder, 'data'),
      secret: 'a-secret-of-more-than-32-characters-for-tests',
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      oauthEndpoints: [sandbox.oauthEndpoint],
      callsPerSecond: 10_000,
      callsBurst: 100_000,
      trustProxy: false,
      routingUrl: null,
      metricsToken: 'figures-for-tests',
      logLevel: 'debug',
    },
    {
      time: { now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 50)).unref()) },
      log: createLog('debug', sink),
      pages: { read: async () => ({ head: '<!doctype html><html><body>', tail: '</body></html>' }) },
      ...options.overrides,
    },
  ] satisfies Parameters<typeof createContext>
  let context = await createContext(...settings)
  let server = await startServer(context)
  const whileDown = async (work: () => Promise<void>) => {
    await server.stop()
    try {
      await work()
    } finally {
      context = await createContext(...settings)
      server = await startServer(context)
    }
    return context
  }
  const close = async () => {
    await server.stop()
    const ignored = sandbox.portal.inspector.ignored().filter(({ by }) => by === 'app')
    await sandbox.close()
    rmSync(folder, { recursive: true })
    // The portal drops such parameters without a word, so that nobody would ever notice.
    const names = ignored.map(({ method, name }) => `${name} of ${method}`)
    if (names.length > 0) throw new Error(`The portal was sent what it does not know: ${names.join(', ')}`)
  }
  try {
    const installed = options.bare ? null : await installApp(sandbox.url, serverUrl, CLIENT_ID, () => undefined)
    await context.idle()
    const pass = (ms: number) => (shift += ms)
    return await dress({ sandbox, context, serverUrl, installed, close, lines, pass, whileDown })
  } catch (error) {
    await close()
    throw error
  }
}

async function dress(parts: {
  sandbox: Sandbox
  context: Context
  serverUrl: string
  installed: InstallState | null
  close: () => Promise<void>
  lines: string[]
  pass: (ms: number) => void
  whileDown: (work: () => Promise<void>) => Promise<Context>
}): Promise<World> {
  const { sandbox, serverUrl, installed, lines } = parts
  let { context } = parts
  const room = installed && (await context.api.openRoom(sandbox.memberId))
  const map = (room && (await readMeta<SchemaMap>(room.store, 'schemaMap'))) as SchemaMap
  const world: World = {
    sandbox,
    context,
    serverUrl,
    map,
    installed: installed as InstallState,
    logged: () => lines.join(''),
    pass: ({ seconds = 0, minutes = 0 }) => parts.pass((minutes * 60 + seconds) * 1000),
    async ticket(userId, kind, id) {
      const { entityTypeId } = world.map.processes[kind]
      return portalAction<Ticket>(sandbox.url, 'frame', {
        viewerId: userId,
        language: 'ru',
        placement: `CRM_DYNAMIC_${entityTypeId}_DETAIL_TAB`,
        placementId: sandbox.portal.placements(`CRM_DYNAMIC_${entityTypeId}_DETAIL_TAB`)[0]!.id,
        options: { ID: String(id) },
        uri: `/crm/type/${entityTypeId}/details/${id}/`,
      })
    },
    async post(ticket, change = {}, query = {}) {
      const address = new URL(ticket.action)
      for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
      const began = performance.now()
      const body = new URLSearchParams({ ...ticket.fields, ...change })
      const answer = await fetch(address, { method: 'POST', body })
      const firstByteMs = performance.now() - began
      const html = await answer.text()
      const { status, headers } = answer
      const boot = () => bootSchema.parse(readBoot<Boot>(html))
      return { status, headers, html, firstByteMs, lastByteMs: performance.now() - began, boot }
    },
    openCard: async (userId, kind, id) => world.post(await world.ticket(userId, kind, id)),
    async session(userId, kind, id) {
      const boot = (await world.openCard(userId, kind, id)).boot()
      if (boot.state !== 'carriers') throw new Error(`The card did not open: ${JSON.stringify(boot)}`)
      return boot.session
    },
    async api(session, method, path, body) {
      const headers: Record<string, string> = { 'content-type': 'application/json' }
      if (session) headers.authorization = `Bearer ${session.token}`
      return fetch(serverUrl + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    },
    async whileDown(work) {
      context = await parts.whileDown(work)
      world.context = context
    },
    async settle() {
      await context.deliver(sandbox.memberId)
      await context.idle()
      await context.drain(sandbox.memberId)
    },
    async rest<Result>(method: string, params: Record<string, unknown>) {
      const answer = await fetch(`${sandbox.webhookUrl}${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(params),
      })
      const { result, error } = (await answer.json()) as { result: Result; error?: string }
      if (error) throw new Error(`${method}: ${error}`)
      return result
    },
    close: parts.close,
  }
  return world
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
