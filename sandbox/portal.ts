import { appVersion } from './rules/application-news.ts'
import { tellOfCall } from './rules/telephony/call-events.ts'
import { forgetBelongings } from './rules/app-belongings.ts'
import { createAuth, type Auth, type IssuedToken } from './rules/auth.ts'
import { createCallLog, type CallLog } from './rules/call-log.ts'
import type { Caller } from './rules/caller.ts'
import { createCatalogue, type Catalogue } from './rules/catalogue.ts'
import { createEvents, type Events } from './rules/events.ts'
import { execute, newRequest } from './rules/execute.ts'
import { createFaultSwitch, type FaultSwitch } from './rules/faults/fault-switch.ts'
import { createMeddling, type Meddling } from './rules/faults/meddling.ts'
import { createInspector, type Inspector } from './rules/inspection/inspector.ts'
import { createLimiter, type Limiter } from './rules/limits.ts'
import { createOperatingMeter, type OperatingMeter } from './rules/operating.ts'
import { createPhoneCalls, type PhoneCalls } from './rules/phone-calls.ts'
import { createRights, type Rights } from './rules/rights.ts'
import { stageDictionary } from './rules/stages.ts'
import type { Params } from './rules/params.ts'
import type { Registry } from './rules/registry.ts'
import type { AppRegistration, Features, Limits } from './options.ts'
import type { Department, Person } from './state/people.ts'
import type { Placement } from './state/placements.ts'
import type { State } from './state/state.ts'
import type { Status } from './state/statuses.ts'
import type { Category, SmartType } from './state/types.ts'

export type { Caller } from './rules/caller.ts'
export { RestError } from './rules/errors.ts'

/** What a live page is told about. */
export type Change =
  | { kind: 'item'; action: 'add' | 'update' | 'delete'; entityTypeId: number; id: number; userId: number }
  | { kind: 'comment'; action: 'add' | 'update' | 'delete'; entityTypeId: number; entityId: number; id: number }
  | { kind: 'timeline'; cards: { entityTypeId: number; id: number }[] }
  | { kind: 'chat'; chatId: number; userIds: number[] }
  | { kind: 'notification'; userId: number; id: number }
  | { kind: 'call'; userId: number }
  | { kind: 'app' }
  | { kind: 'schema' }

/** A place the application's interface shows in. */
export interface PortalPlacement {
  id: number
  code: string
  handler: string
  /** Whose it is; 0: everybody's. */
  userId: number
  /** By language; falls back to the plain title. */
  title: Record<string, string>
  /** The same for the heading it stands under in a menu; absent where it has none. */
  group: Record<string, string>
  options: Record<string, unknown>
}

export interface PortalApp {
  registration: AppRegistration
  installed: boolean
  applicationToken: string
  /** True until the installation is finished. */
  firstRun: boolean
}

export interface PortalDeps {
  state: State
  methods: Registry
  memberId: string
  company: () => string
  language: () => 'ru' | 'en'
  now: () => number
  random: (length: number) => string
  limits: Limits
  features: Required<Features>
}

/** The portal's state and the services that every method and the host page get. */
export interface Portal {
  /** http://127.0.0.1:PORT, set when the server listens. */
  url: string
  readonly memberId: string
  readonly company: string
  readonly language: 'ru' | 'en'
  readonly state: State
  readonly methods: Registry
  readonly now: () => number
  readonly random: (length: number) => string
  readonly limits: Limits
  readonly features: Required<Features>
  readonly auth: Auth
  readonly rights: Rights
  readonly catalogue: Catalogue
  readonly limiter: Limiter
  readonly operating: OperatingMeter
  readonly faults: FaultSwitch
  /** What other people do in between, by order of the faults. */
  readonly meddling: Meddling
  readonly events: Events
  readonly calls: CallLog
  /** The same with parameters and answers, masked, for people to look at. */
  readonly inspector: Inspector
  /** Telephone calls that are only pretended. */
  readonly phone: PhoneCalls
  /** Null when no application is registered. */
  readonly app: PortalApp | null
  /** Runs a method; throws RestError. */
  call(caller: Caller, method: string, params?: Params): Promise<{ result: unknown; total?: number; next?: number }>
  /** Tokens of the application for that user, as a frame gets them. */
  issueToken(userId: number): IssuedToken
  registerApp(registration: AppRegistration): void
  /** The install page has said it is done: placements show and events flow from now on. */
  finishInstall(userId?: number): void
  /** The administrator removes the application; `clean` asks it to wipe its data. */
  uninstall(options?: { clean?: boolean }): Promise<void>
  /** Empty while the installation is not finished. */
  placements(code: string): PortalPlacement[]
  readonly users: { list(): Person[]; get(id: number): Person | null }
  readonly departments: { list(): Department[]; get(id: number): Department | null }
  readonly types: { list(): SmartType[]; get(entityTypeId: number): SmartType | null }
  categories(entityTypeId: number): Category[]
  stages(entityTypeId: number, categoryId: number): Status[]
  onChange(listener: (change: Change) => void): () => void
  announce(change: Change): void
  /** Waits for event deliveries under way. */
  idle(): Promise<void>
}

export function createPortal(deps: PortalDeps): Portal {
  const { state, random } = deps
  const faults = createFaultSwitch(deps.now)
  const now = (): number => deps.now() + faults.skewMs()
  const inspector = createInspector(deps.now)
  const listeners = new Set<(change: Change) => void>()
  const auth = createAuth(state, now, random)
  const portal: Portal = {
    url: '',
    get meddling() {
      return meddling
    },
    memberId: deps.memberId,
    get company() {
      return deps.company()
    },
    get language() {
      return deps.language()
    },
    state,
    methods: deps.methods,
    now,
    random,
    limits: deps.limits,
    features: deps.features,
    auth,
    rights: createRights(state),
    catalogue: createCatalogue(state),
    limiter: createLimiter(deps.limits, now),
    operating: createOperatingMeter(deps.limits, now),
    faults,
    events: createEvents({
      state,
      auth,
      now,
      trouble: faults.events,
      inspector,
      memberId: deps.memberId,
      features: deps.features,
      endpoints: () => ({
        domain: portal.url.replace(/^https?:\/\//, ''),
        client: `${portal.url}/rest/`,
        server: `${portal.url}/oauth-server/rest/`,
      }),
    }),
    calls: createCallLog(),
    inspector,
    phone: createPhoneCalls(
      now,
      random,
      (userId) => portal.announce({ kind: 'call', userId }),
      (news, call) => tellOfCall(portal, news, call),
    ),
    get app() {
      const app = state.app.get()
      if (!app) return null
      return {
        registration: app.registration,
        installed: app.isInstalled,
        applicationToken: app.applicationToken,
        firstRun: !app.isInstalled,
      }
    },
    async call(caller, method, params = {}) {
      const { answer } = await execute(portal, caller, method, params, newRequest(''))
      const { rows: _rows, ...rest } = answer
      return rest
    },
    issueToken: auth.issue,
    registerApp(registration) {
      const known = state.app.get()
      const isSame = known?.registration.clientId === registration.clientId
      state.app.save({
        registration,
        applicationToken: isSame ? known.applicationToken : random(32),
        isInstalled: isSame && known.isInstalled,
      })
      portal.announce({ kind: 'app' })
    },
    finishInstall(userId) {
      const app = state.app.get()
      if (!app || app.isInstalled) return
      state.app.save({ ...app, isInstalled: true })
      const data = { VERSION: appVersion(portal), ACTIVE: 'Y', INSTALLED: 'Y', LANGUAGE_ID: portal.language }
      portal.events.lifecycle('ONAPPINSTALL', data, userId ?? firstAdmin(state))
      portal.announce({ kind: 'app' })
    },
    async uninstall({ clean = false } = {}) {
      const app = state.app.get()
      if (!app) return
      portal.events.lifecycle('ONAPPUNINSTALL', { LANGUAGE_ID: portal.language, CLEAN: clean ? 1 : 0 }, 0)
      forgetBelongings(state)
      state.tokens.removeAll()
      state.app.save({ ...app, applicationToken: random(32), isInstalled: false })
      portal.announce({ kind: 'app' })
      await portal.idle()
    },
    placements: (code) =>
      state.app.get()?.isInstalled === true
        ? state.placements
            .list()
            .filter((placement) => placement.code === code.toUpperCase())
            .map(toPortalPlacement)
        : [],
    users: { list: state.people.list, get: state.people.get },
    departments: {
      list: state.people.departments,
      get: (id) => state.people.departments().find((department) => department.id === id) ?? null,
    },
    types: { list: state.types.list, get: state.types.byEntityTypeId },
    categories: state.types.categories,
    stages: (entityTypeId, categoryId) => state.statuses.ofEntity(stageDictionary(entityTypeId, categoryId)),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    announce(change) {
      for (const listener of listeners) listener(change)
    },
    idle: () => portal.events.idle(),
  }
  const meddling = createMeddling(portal)
  return portal
}

function toPortalPlacement(placement: Placement): PortalPlacement {
  const title: Record<string, string> = { ru: placement.title, en: placement.title }
  const group: Record<string, string> = {}
  for (const [language, texts] of Object.entries(placement.languages)) {
    if (texts['TITLE'] !== undefined) title[language] = texts['TITLE']
    if (texts['GROUP_NAME'] !== undefined) group[language] = texts['GROUP_NAME']
  }
  const { id, code, handler, userId, options } = placement
  return { id, code, handler, userId, title, group, options }
}

function firstAdmin(state: State): number {
  return state.people.list().find((person) => person.isAdmin)?.id ?? 1
}
