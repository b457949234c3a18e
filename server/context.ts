import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ApiContext } from './api/api-context.ts'
import { ledgerOf } from './api/profit/ledger-keeper.ts'
import { writeBackProfit } from './api/profit/write-back.ts'
import { warmUpCopy } from './api/carriers/warm-up-copy.ts'
import { createBuiltPages, type PageSource } from './api/pages/page-source.ts'
import { createStaticFiles } from './api/pages/static-files.ts'
import { createAccountWatch } from './api/captures/account-watch.ts'
import { createBearer } from './api/session/bearer.ts'
import type { Config } from './config.ts'
import { describeError } from './describe-error.ts'
import { dropGarbage } from './drop-garbage.ts'
import { loadPlaceKnowledge } from './gazetteer.ts'
import { NotAllowedError, PortalError } from './errors.ts'
import { createInstaller } from './install/installer.ts'
import { createMapDesk } from './install/map-desk.ts'
import { createMapWatch } from './install/watch-map.ts'
import { createEventReceiver } from './install/receive-event.ts'
import { createUninstaller } from './install/uninstall.ts'
import { callerAddress } from './api/caller-address.ts'
import { createExportTickets } from './api/offers/export-tickets.ts'
import { createLimits } from './api/limits.ts'
import { pressMargin } from './api/hooks/press-margin.ts'
import { pressRefusal } from './api/hooks/press-refusal.ts'
import { createRefusalKeeper } from './api/hooks/refusal-keeper.ts'
import { createInstallDoor } from './api/install/install-door.ts'
import { loadWorkCalendar } from './load-work-calendar.ts'
import { createLog, type Log } from './log.ts'
import { createMetrics } from './metrics.ts'
import { portalFigures } from './portal-figures.ts'
import { createPortalClients } from './portal/create-portal-clients.ts'
import { REAL_TIME, type LimiterTime } from './portal/limiter.ts'
import { createRooms } from './rooms.ts'
import { createOsrmRouter } from './routing/osrm-router.ts'
import { openRegistry } from './store/database.ts'
import { createPortalStores } from './store/portal-stores.ts'
import { listPortals } from './store/portals.ts'
import { createSeal } from './store/seal.ts'
import { createSealedTokens } from './store/tokens.ts'
import { createChanges, type Changes } from './sync/changes.ts'
import { createPortalCopies } from './sync/open-portal-copy.ts'
import type { OpenPortalCopy } from './sync/portal-copy.ts'
import { createReconciler } from './sync/reconciler.ts'
import { readAccounts } from './sync/bank-accounts.ts'
import { recordCalendar } from './sync/record-calendar.ts'
import { recordRates } from './sync/record-rates.ts'
import { createReindexItem } from './sync/reindex-item.ts'

const PROOF_LIMIT_MS = 4_000
const STOP_LIMIT_MS = 3_000

/** What tests and the development server put in place of the real thing. */
export interface Overrides {
  time?: LimiterTime
  /** In [0, 1). */
  random?: () => number
  log?: Log
  pages?: PageSource
  /** Where the widgets were built to. */
  builtFolder?: string
  proofLimitMs?: number
  /** How long a portal's answer is waited for. */
  answerTimeoutMs?: number
  companyRegister?: ApiContext['companyRegister']
}

/** Everything the running server is made of. */
export interface Context {
  config: Config
  log: Log
  api: ApiContext
  /** Member ids of portals that are installed. */
  installed(): Promise<string[]>
  /** Takes a portal's changes over and tells those who are looking. */
  drain(memberId: string): Promise<void>
  /** Finds what events did not tell; nightly. */
  reconcile(memberId: string): Promise<void>
  /** The portal's copy with what brings it up to date; for commands that look into it. */
  openCopy: OpenPortalCopy
  /** Takes the portal's exchange rates of today down, if nobody has yet. */
  recordRates(memberId: string): Promise<void>
  /** Looks whether the bank details of carriers with a trip under way have changed, and tells their heads. */
  watchAccounts(memberId: string): Promise<void>
  /** Takes down which days the portal calls working ones. */
  recordCalendar(memberId: string): Promise<void>
  /** Looks whether the portal's processes and fields still are what its map says; at the start and nightly. */
  checkMap(memberId: string): Promise<void>
  /** Sends what is due; resolves when nothing more can be sent now. */
  deliver(memberId: string): Promise<void>
  /** Makes the first card of the day open as fast as the second: files compressed, the copy's pages in memory. */
  warmUp(): Promise<void>
  /** Deletes what was kept of portals removed long ago. */
  purge(): Promise<void>
  /** Resolves when everything that events have begun is over. */
  idle(): Promise<void>
  close(): Promise<void>
}

/** The only place where the parts are put together. */
export async function createContext(config: Config, overrides: Overrides = {}): Promise<Context> {
  const time = overrides.time ?? REAL_TIME
  const { now } = time
  const iso = () => new Date(now()).toISOString()
  const log = overrides.log ?? createLog(config.logLevel)
  mkdirSync(config.dataFolder, { recursive: true })
  const registry = await openRegistry(join(config.dataFolder, 'registry.db'))
  const stores = createPortalStores(config.dataFolder)
  const seal = createSeal(config.secret)
  const tokens = createSealedTokens(registry, seal, iso)
  const oauth = config
  const { callsPerSecond: perSecond, callsBurst: burst } = config
  const metrics = createMetrics(() => portalFigures(registry, stores, now))
  const onCall = metrics.portalCall
  const clients = createPortalClients({
    tokens,
    oauth,
    perSecond,
    burst,
    time,
    log,
    onCall,
    answerTimeoutMs: overrides.answerTimeoutMs,
  })
  const places = loadPlaceKnowledge()
  const copies = createPortalCopies({ registry, stores, clients, resolver: places.gazetteer })
  const onMapChanged = (memberId: string) => rooms.forgetMap(memberId)
  /** A reading has met what is gone from the portal: its administrator is told. */
  const onLoss = (memberId: string) => {
    onMapChanged(memberId)
    void mapWatch
      .look(memberId)
      .catch((error: unknown) =>
        log.warn({ memberId, err: describeError(error) }, 'a changed portal could not be looked at'),
      )
  }
  const changes = createChanges({ open: copies.open, now, log, onMapChanged: onLoss })
  const reconciler = createReconciler({ open: copies.open, now, log, onMapChanged: onLoss })
  const installer = createInstaller({
    registry,
    stores,
    clients,
    open: copies.open,
    publicUrl: config.publicUrl,
    now,
    log,
  })
  const rooms = createRooms({
    registry,
    stores,
    tokens,
    seal,
    clients,
    placesOf: copies.placesOf,
    reindex: createReindexItem(copies.open),
    watchInstall: installer.watch,
    now,
    random: overrides.random ?? Math.random,
    log,
  })
  const accounts = createAccountWatch({
    open: rooms.open,
    read: async (memberId, companyIds) => readAccounts((await copies.open(memberId)).client, companyIds),
    now: iso,
  })
  const profitTools = { ...places, workCalendar: loadWorkCalendar() }
  const writeMargins = async (memberId: string) => {
    const room = await rooms.open(memberId)
    if (room) await writeBackProfit(room, profitTools, now())
  }
  const seeing = async (memberId: string, read: () => Promise<unknown>) => {
    try {
      await read()
    } catch (error) {
      const isHeldBack =
        (error instanceof NotAllowedError && error.code === 'no_right') ||
        // The queue of changes is for administrators alone.
        (error instanceof PortalError && error.code === 'ACCESS_DENIED')
      if (isHeldBack) rooms.installerFell(memberId)
      throw error
    }
  }
  const drain = async (memberId: string) => {
    await seeing(memberId, () => changes.drain(memberId))
    await rooms.announceChanges(memberId)
    await accounts.lookAtNumbers(memberId)
    await keepRefusals(memberId)
    await writeMargins(memberId)
  }
  const reconcilePortal = async (memberId: string) => {
    await seeing(memberId, () => reconciler.run(memberId))
    await rooms.announceChanges(memberId)
    await keepRefusals(memberId)
    await writeMargins(memberId)
  }
  const told: Changes = { drain, note: changes.note }
  const mapWatch = createMapWatch({ open: copies.open, onChanged: onMapChanged, log })
  const uninstaller = createUninstaller({ registry, stores, now, log })
  const events = createEventReceiver({
    registry,
    changes: told,
    uninstaller,
    catchUp: reconcilePortal,
    pressed,
    accountsChanged: accounts.look,
    oauth,
    log,
  })
  const builtFolder = overrides.builtFolder ?? 'dist/widgets'
  const staticFiles = createStaticFiles(builtFolder)
  const api: ApiContext = {
    now,
    registry,
    ...places,
    router: config.routingUrl === null ? null : createOsrmRouter({ url: config.routingUrl, now }),
    companyRegister: overrides.companyRegister ?? null,
    workCalendar: profitTools.workCalendar,
    bearer: createBearer(config.secret, now),
    clientId: config.clientId,
    proofLimitMs: overrides.proofLimitMs ?? PROOF_LIMIT_MS,
    pages: overrides.pages ?? createBuiltPages(builtFolder),
    staticFile: staticFiles.answer,
    install: createInstallDoor(
      installer,
      createMapDesk({ registry, stores, clients, publicUrl: config.publicUrl }),
      { registry, tokens, clients, oauth, now },
      (error, memberId) => log.error({ memberId, err: describeError(error) }, 'the installation stopped'),
    ),
    limits: createLimits(metrics.limited),
    exports: createExportTickets(now),
    callerAddress: (call) => callerAddress(call, config.trustProxy),
    figures: { ...metrics, token: config.metricsToken },
    events,
    openRoom: rooms.open,
    report: (error, where) => log.warn({ err: describeError(error), where }, 'a request went wrong'),
  }
  const refusals = createRefusalKeeper(api, log)
  async function keepRefusals(memberId: string) {
    const room = await rooms.open(memberId)
    if (room) await refusals.keep(room)
  }
  async function pressed(memberId: string, press: Parameters<typeof pressRefusal>[2]) {
    const room = await rooms.open(memberId)
    if (!room) return
    await pressRefusal(api, room, press)
    await pressMargin(api, room, press)
  }
  return {
    config,
    log,
    api,
    installed: async () =>
      (await listPortals(registry)).filter((portal) => portal.state === 'installed').map((portal) => portal.memberId),
    drain,
    reconcile: reconcilePortal,
    async recordRates(memberId) {
      await recordRates(await copies.open(memberId), now())
    },
    watchAccounts: accounts.look,
    async recordCalendar(memberId) {
      await recordCalendar(await copies.open(memberId), now())
    },
    async checkMap(memberId) {
      await mapWatch.look(memberId)
    },
    openCopy: copies.open,
    deliver: rooms.deliver,
    async warmUp() {
      await staticFiles.compressAll()
      for (const { memberId } of await listPortals(registry)) {
        const room = await rooms.open(memberId)
        if (room) await warmUpCopy(api, room)
        // Of hundreds of thousands of orders it takes seconds, in small parts between which people are answered.
        if (room) await ledgerOf(room.store, api)
      }
      dropGarbage()
    },
    purge: () => uninstaller.purge(),
    idle: () => events.idle(),
    async close() {
      // A call may hang for a minute; what it did is found out by its proof, or read again, after the next start.
      await within(STOP_LIMIT_MS, Promise.all([installer.stop(), events.idle()]))
      await Promise.race([rooms.idle(), time.sleep(STOP_LIMIT_MS)])
      await stores.closeAll()
      await registry.destroy()
    },
  }
}

/** Settles with the work, or when the time of a machine that is being stopped is up; milliseconds. */
async function within(limitMs: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const isUp = new Promise<void>((resolve) => (timer = setTimeout(resolve, limitMs)))
  await Promise.race([work, isUp])
  clearTimeout(timer)
}
