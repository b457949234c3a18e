import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sandbox } from '../../sandbox/server.ts'
import { loadPlaceKnowledge } from '../../server/gazetteer.ts'
import { createInstaller, type Installer } from '../../server/install/installer.ts'
import { createEventReceiver, type EventReceiver } from '../../server/install/receive-event.ts'
import { createUninstaller } from '../../server/install/uninstall.ts'
import { verifyPortal } from '../../server/install/verify-portal.ts'
import { createLog } from '../../server/log.ts'
import { createPortalClients } from '../../server/portal/create-portal-clients.ts'
import { REAL_TIME } from '../../server/portal/limiter.ts'
import type { KnownPortal, PortalClients } from '../../server/portal/portal-client.ts'
import { openRegistry, type Registry } from '../../server/store/database.ts'
import { createPortalStores, type PortalStores } from '../../server/store/portal-stores.ts'
import { createSeal } from '../../server/store/seal.ts'
import { createSealedTokens, type SealedTokens } from '../../server/store/tokens.ts'
import { createChanges, type Changes } from '../../server/sync/changes.ts'
import { createPortalCopies, type PlacesOf } from '../../server/sync/open-portal-copy.ts'
import type { OpenPortalCopy } from '../../server/sync/portal-copy.ts'
import { createReconciler, type Reconciler } from '../../server/sync/reconciler.ts'

export const REIS_APP = {
  clientId: 'local.reis.test',
  clientSecret: 'the-secret-of-reis-in-tests',
  title: { ru: 'Рейс', en: 'Reis' },
  handlerUrl: 'http://127.0.0.1:9/app',
  installUrl: 'http://127.0.0.1:9/install',
  scope: ['crm', 'user', 'department', 'placement', 'im', 'userfieldconfig', 'task', 'telephony'],
}

/** Our side of a portal, from the registry to the hooks, without pages: what the flows of install and sync need. */
export interface ReisSide {
  registry: Registry
  stores: PortalStores
  tokens: SealedTokens
  clients: PortalClients
  open: OpenPortalCopy
  placesOf: PlacesOf
  installer: Installer
  changes: Changes
  reconciler: Reconciler
  receiver: EventReceiver
  /** Where events are received; what was refused is answered with 403. */
  publicUrl: string
  /** An administrator opens the app in this portal for the first time. */
  firstContact(sandbox: Sandbox, change?: Partial<Parameters<typeof verifyPortal>[0]>): Promise<KnownPortal>
  close(): Promise<void>
}

export interface ReisSideOptions {
  sandboxes: Sandbox[]
  now?: () => number
  perSecond?: number
  burst?: number
  folder?: string
}

export async function startReisSide(options: ReisSideOptions): Promise<ReisSide> {
  const { sandboxes, now = Date.now, perSecond = 1000, burst = 100_000 } = options
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'reis-'))
  const log = createLog('silent')
  const registry = await openRegistry(join(folder, 'registry.db'))
  const tokens = createSealedTokens(registry, createSeal('s'.repeat(32)), () => new Date(now()).toISOString())
  const stores = createPortalStores(folder)
  const { clientId, clientSecret } = REIS_APP
  const oauth = { clientId, clientSecret, oauthEndpoints: sandboxes.map((sandbox) => sandbox.oauthEndpoint) }
  const clients = createPortalClients({ tokens, oauth, perSecond, burst, time: { ...REAL_TIME, now }, log })
  const resolver = loadPlaceKnowledge().gazetteer
  const { open, placesOf } = createPortalCopies({ registry, stores, clients, resolver })
  const changes = createChanges({ open, now, log })
  const reconciler = createReconciler({ open, now, log })
  const uninstaller = createUninstaller({ registry, stores, now, log })
  const catchUp = reconciler.run
  const receiver = createEventReceiver({
    registry,
    changes,
    uninstaller,
    catchUp,
    pressed: async () => undefined,
    accountsChanged: async () => undefined,
    oauth,
    log,
  })
  const { server, publicUrl } = await startHooks(receiver)
  const installer = createInstaller({ registry, stores, clients, open, publicUrl, now, log })
  return {
    registry,
    stores,
    tokens,
    clients,
    open,
    placesOf,
    installer,
    changes,
    reconciler,
    receiver,
    publicUrl,
    firstContact(sandbox, change = {}) {
      const { accessToken, refreshToken, expiresIn } = sandbox.portal.issueToken(1)
      const applicationToken = sandbox.portal.app?.applicationToken ?? null
      const contact = { memberId: sandbox.memberId, accessToken, refreshToken, expiresIn, applicationToken }
      const settings = { registry, tokens, clients, oauth, now }
      return verifyPortal({ ...contact, serverEndpoint: sandbox.oauthEndpoint, ...change }, settings)
    },
    async close() {
      await installer.stop()
      await receiver.idle()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await stores.closeAll()
      await registry.destroy()
      if (!options.folder) rmSync(folder, { recursive: true })
    },
  }
}

async function startHooks(receiver: EventReceiver): Promise<{ server: Server; publicUrl: string }> {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const answer = (status: number) => response.writeHead(status).end()
      void receiver.receive(body).then(
        () => answer(200),
        () => answer(403),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, publicUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
