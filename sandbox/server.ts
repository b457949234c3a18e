import { createHash, randomBytes } from 'node:crypto'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { cardRoutes } from './card/routes.ts'
import { makeCertificate } from './http/certificate.ts'
import { applicationRoutes } from './http/application-routes.ts'
import { automationRoutes } from './http/automation-routes.ts'
import { controlRoutes } from './http/control-routes.ts'
import { diskRoutes } from './http/disk-routes.ts'
import { oauthRoutes } from './http/oauth-routes.ts'
import { restRoutes } from './http/rest-routes.ts'
import { defaultLimits, type SandboxOptions } from './options.ts'
import { createPortal, type Portal } from './portal.ts'
import { loadRegistry } from './rules/registry.ts'
import { plantSeed } from './rules/seeding.ts'
import { dayOf } from './rules/time.ts'
import { loadSeed } from './seed-loader.ts'
import { emptyDatabase, openDatabase } from './state/database.ts'
import { createState, type State } from './state/state.ts'

export type { AppRegistration, Features, Limits, SandboxOptions } from './options.ts'
export type { Portal } from './portal.ts'

export interface Sandbox {
  /** http://127.0.0.1:PORT, or https */
  url: string
  /** PEM to be trusted by callers; null without TLS. */
  certificateFile: string | null
  /** Ends with /oauth-server/rest/; the SDK's `serverEndpoint`. */
  oauthEndpoint: string
  memberId: string
  /** An administrator's incoming webhook, ending with a slash. */
  webhookUrl: string
  portal: Portal
  /** Back to the seed: application not installed, tokens dead, log and faults empty. */
  reset(): Promise<void>
  close(): Promise<void>
}

/** Starts a portal on this machine. Rejects when the seed does not fit, the port is taken or TLS cannot be had. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const now = options.now ?? Date.now
  const random =
    options.random ??
    ((length) =>
      randomBytes(Math.ceil(length / 2))
        .toString('hex')
        .slice(0, length))
  const plan = options.faults ?? (options.seed === 'unlucky' ? (await import('./seeds/unlucky.ts')).mildMixture : null)
  const db = openDatabase(options.stateFile)
  const state = createState(db)
  if (state.meta.get('memberId') === null) {
    // What a start that was cut short has left behind would clash with the seed.
    emptyDatabase(db)
    await fill(state, options, now, random)
  }

  const memberId = state.meta.get('memberId') ?? ''
  const portal = createPortal({
    state,
    methods: await loadRegistry(),
    memberId,
    company: () => state.meta.get('company') ?? '',
    language: () => (state.meta.get('language') === 'en' ? 'en' : 'ru'),
    now,
    random,
    limits: { ...defaultLimits, ...options.limits },
    features: { offlineQueue: true, smartProcesses: true, documents: Infinity, ...options.features },
  })
  if (options.app) portal.registerApp(options.app)
  if (plan) portal.faults.set(plan)

  async function reset(): Promise<void> {
    await portal.idle()
    portal.events.close()
    const webhook = state.tokens.anyWebhook()
    emptyDatabase(db)
    await fill(state, { ...options, memberId }, now, webhook ? () => webhook.code : random)
    portal.catalogue.forget()
    portal.rights.forget()
    portal.faults.clear()
    portal.calls.clear()
    portal.inspector.clear()
    portal.phone.clear()
    portal.limiter.reset()
    portal.operating.reset()
    if (options.app) portal.registerApp(options.app)
    if (plan) portal.faults.set(plan)
  }

  const delay = async (milliseconds: number): Promise<void> => {
    const minimum = Number(state.meta.get('minimumAnswerMs') ?? 0)
    const total = Math.max(minimum, milliseconds + (options.latencyMs ?? 0))
    if (total > 0) await sleep(total, undefined, { ref: false })
  }
  const web = new Hono<{ Bindings: HttpBindings }>()
  web.route('/', diskRoutes(portal))
  web.route('/', restRoutes(portal, delay))
  web.route('/', oauthRoutes(portal, delay))
  web.route('/', controlRoutes(portal, reset))
  web.route('/', automationRoutes(portal))
  web.route('/', applicationRoutes(portal))
  web.route('/', cardRoutes(portal))

  const certificate = options.tls === true ? await makeCertificate() : null
  const secure = certificate && {
    createServer: createSecureServer,
    serverOptions: { key: certificate.key, cert: certificate.certificate },
  }
  const server = serve({ fetch: web.fetch, port: options.port ?? 0, hostname: '127.0.0.1', ...secure })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  const url = `${certificate ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`
  portal.url = url
  const webhook = state.tokens.anyWebhook()
  return {
    url,
    certificateFile: certificate?.file ?? null,
    oauthEndpoint: `${url}/oauth-server/rest/`,
    memberId,
    webhookUrl: `${url}/rest/${webhook?.userId ?? 0}/${webhook?.code ?? ''}/`,
    portal,
    reset,
    async close() {
      portal.events.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
      await portal.idle()
      await certificate?.remove()
      db.close()
    },
  }
}

async function fill(
  state: State,
  options: SandboxOptions,
  now: () => number,
  random: (length: number) => string,
): Promise<void> {
  const seed = await loadSeed(options.seed, { today: options.today ?? dayOf(now()), scale: options.scale ?? 1 })
  plantSeed(state, seed, Math.floor(now() / 1000))
  const admin = state.people.list().find((person) => person.isAdmin)
  if (!admin) throw new Error(`The seed ${seed.name} has no administrator.`)
  state.tokens.addWebhook(admin.id, random(16))
  // Two portals of one seed are told apart by an explicit memberId.
  state.meta.set('memberId', options.memberId ?? createHash('md5').update(`sandbox/${seed.name}`).digest('hex'))
}
