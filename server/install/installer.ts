import { INSTALL_STEPS, type InstallState, type InstallStepCode } from '../../contract/install.ts'
import { NotAllowedError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { PortalClient, PortalClients } from '../portal/portal-client.ts'
import type { Registry } from '../store/database.ts'
import { readImportPages } from '../store/import-pages.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import type { PortalStores } from '../store/portal-stores.ts'
import { findPortal, markPortalInstalled } from '../store/portals.ts'
import { runImport } from '../sync/import.ts'
import type { OpenPortalCopy } from '../sync/portal-copy.ts'
import type { Fitting, StepOutcome } from './fitting.ts'
import { bindingMark } from './binding-mark.ts'
import { keepMap, mapFor, UNKNOWN_MAP } from './keep-map.ts'
import { failed, interrupted, newInstallState, withImport, withStep } from './install-progress.ts'
import { fitApprovals } from './steps/approvals.ts'
import { fitEvents } from './steps/events.ts'
import { fitFields } from './steps/fields.ts'
import { fitPlacements } from './steps/placements.ts'
import { fitProcesses } from './steps/processes.ts'
import { fitRelations } from './steps/relations.ts'
import { fitRefusalRobot } from './steps/refusal-robot.ts'
import { learnRefusalWords } from './steps/refusal-words.ts'
import { fitRobots } from './steps/robots.ts'
import { fitStages } from './steps/stages.ts'

export interface Installer {
  /**
   * Fits a portal, or goes on where an earlier run failed; what is there is found and left as it is. Settles when the
   * run is over, with its last state; a run under way is joined. Errors: NotAllowedError for a portal that never came.
   */
  start(memberId: string): Promise<InstallState>
  state(memberId: string): Promise<InstallState>
  /** Called with every new state; returns what ends the subscription. */
  watch(memberId: string, listener: (state: InstallState) => void): () => void
  /** Interrupts every run, e.g. to stop the server; each can be started again. */
  stop(): Promise<void>
}

export interface InstallerSettings {
  registry: Registry
  stores: PortalStores
  clients: PortalClients
  open: OpenPortalCopy
  publicUrl: string
  /** Milliseconds. */
  now: () => number
  log: Log
}

export function createInstaller(settings: InstallerSettings): Installer {
  const { registry, stores, clients, open, now, log } = settings
  const running = new Map<string, { state: InstallState; done: Promise<InstallState> }>()
  const listeners = new Map<string, Set<(state: InstallState) => void>>()
  const stopping = new AbortController()
  const iso = () => new Date(now()).toISOString()

  const readState = async (memberId: string): Promise<InstallState> => {
    const current = running.get(memberId)
    if (current) return current.state
    const kept = await readMeta<InstallState>(await stores.of(memberId), 'installState')
    // Whoever removed the app took the bindings with it: a kept "finished" is of the time before.
    const isOld = kept?.state === 'finished' && (await findPortal(registry, memberId))?.state !== 'installed'
    const state = interrupted(kept && !isOld ? kept : newInstallState())
    if (state.state !== 'finished') return state
    const mark = await readMeta<string>(await stores.of(memberId), 'bindingMark')
    return { ...state, isOutdated: mark !== bindingMark(settings.publicUrl) }
  }

  const run = async (memberId: string, tell: (state: InstallState) => void): Promise<InstallState> => {
    const portal = await findPortal(registry, memberId)
    if (!portal || portal.state === 'removed')
      throw new NotAllowedError('portal_unknown', 'This portal has not opened the app yet')
    const client = clients.forUser(portal, portal.installedByUserId, 'import')
    const store = await stores.of(memberId)
    let state: InstallState = { ...newInstallState(), state: 'running', startedAt: iso() }
    /** Progress inside a step is only shown; ends of steps are kept as well. */
    const show = (next: InstallState) => {
      state = next
      tell(state)
    }
    const keep = async (next: InstallState) => {
      show(next)
      await writeMeta(store, 'installState', state)
    }

    const importAll = async (): Promise<StepOutcome> => {
      const copy = await open(memberId)
      // What changes while we read is caught up from here, once the portal begins to tell.
      if ((await readMeta(store, 'reconciledAt')) === null) await writeMeta(store, 'reconciledAt', iso())
      const rowsOf = (pages: Iterable<{ rows: number }>) => [...pages].reduce((sum, page) => sum + page.rows, 0)
      const found = rowsOf((await readImportPages(store)).values())
      const progress = await runImport(copy, {
        now,
        signal: stopping.signal,
        onProgress: (step) => show(withImport(state, step)),
      })
      show(withImport(state, progress))
      if ((await readMeta(store, 'asOf')) === null) await writeMeta(store, 'asOf', state.startedAt)
      return { created: rowsOf(progress.entities) - found, found }
    }
    const finish = async (): Promise<StepOutcome> => {
      await markPortalInstalled(registry, memberId, iso())
      return { created: 0, found: 0 }
    }
    const fitting: Fitting = {
      client,
      store,
      publicUrl: settings.publicUrl,
      language: 'ru',
      log,
      map: UNKNOWN_MAP,
      labels: {},
      processes: {},
      ours: new Set(),
    }
    const steps: Record<InstallStepCode, () => Promise<StepOutcome>> = {
      processes: async () => {
        fitting.language = await portalLanguage(client)
        fitting.map = await mapFor(client, store)
        return fitProcesses(fitting)
      },
      fields: () => fitFields(fitting),
      stages: () => fitStages(fitting),
      relations: async () => {
        const outcome = await fitRelations(fitting)
        await keepMap(fitting)
        return outcome
      },
      placements: async () => {
        const outcomes = [await fitPlacements(fitting), await fitRobots(fitting)]
        await fitApprovals(fitting)
        await fitRefusalRobot(fitting)
        await learnRefusalWords(fitting)
        const sum = (of: keyof StepOutcome) => outcomes.reduce((total, one) => total + one[of], 0)
        return { created: sum('created'), found: sum('found') }
      },
      events: async () => {
        const outcome = await fitEvents(fitting)
        await writeMeta(store, 'bindingMark', bindingMark(settings.publicUrl))
        return outcome
      },
      import: importAll,
      finish,
    }
    for (const step of INSTALL_STEPS) {
      await keep(withStep(state, step, { state: 'running' }))
      try {
        stopping.signal.throwIfAborted()
        const outcome = await steps[step]()
        await keep(withStep(state, step, { state: 'done', ...outcome }))
      } catch (error) {
        log.warn({ memberId, step, err: error instanceof Error ? error.message : 'unknown' }, 'an install step failed')
        await keep(failed(state, step, error))
        return state
      }
    }
    await keep({ ...state, state: 'finished', finishedAt: iso() })
    return state
  }

  return {
    start(memberId) {
      const current = running.get(memberId)
      if (current) return current.done
      const entry = { state: { ...newInstallState(), state: 'running' as InstallState['state'] }, done: null as never }
      const tell = (state: InstallState) => {
        Object.assign(entry, { state })
        for (const listener of listeners.get(memberId) ?? []) listener(state)
      }
      const done = run(memberId, tell).finally(() => running.delete(memberId))
      Object.assign(entry, { done })
      running.set(memberId, entry)
      return done
    },
    state: readState,
    watch(memberId, listener) {
      const known = listeners.get(memberId) ?? new Set()
      listeners.set(memberId, known.add(listener))
      return () => known.delete(listener)
    },
    async stop() {
      stopping.abort(new Error('The server is stopping'))
      await Promise.allSettled([...running.values()].map((entry) => entry.done))
    },
  }
}

const RUSSIAN_READERS = ['ru', 'ua', 'by', 'kz']

async function portalLanguage(client: PortalClient): Promise<'ru' | 'en'> {
  const { result } = await client.call<{ LANGUAGE_ID?: unknown }>('app.info')
  return RUSSIAN_READERS.includes(String(result?.LANGUAGE_ID ?? 'ru').toLowerCase()) ? 'ru' : 'en'
}
