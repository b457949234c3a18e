import { callBackOutside, dialOutside, type WantedCall } from '../rules/telephony/outside-exchange.ts'
import { RestError } from '../portal.ts'
import type { Portal, PortalPlacement } from '../portal.ts'
import { isDenial } from '../rules/errors.ts'
import type { PhoneCalls } from '../rules/phone-calls.ts'
import { timelineDesk, type TimelineDesk } from './desk-timeline.ts'
import type { SmartProcess } from './entities.ts'
import type { Person } from './person.ts'
import type { Language } from './words.ts'

export type { ShownActivity, ShownRecord } from './desk-timeline.ts'

export interface Department {
  id: number
  name: string
}

/** A row of a dictionary; stages are such rows. */
export interface Stage {
  /** With the portal's prefix: `DT1036_10:NEW`. */
  id: string
  name: string
  color: string
  semantics: 'S' | 'F' | null
}

export interface Placement {
  id: string
  code: string
  handler: string
  /** Whose it is; 0: everybody's. */
  userId: number
  title: Record<Language, string>
  /** The heading it stands under in a menu; empty where it has none. */
  group: Record<Language, string>
  options: Record<string, unknown>
}

export interface Notification {
  id: number
  authorId: number
  message: string
  createdAt: string
}

/** The application the portal knows. */
export interface PortalApp {
  clientId: string
  title: Record<Language, string>
  handlerUrl: string
  installUrl: string
  scope: string[]
  applicationToken: string
  isInstalled: boolean
  firstRun: boolean
}

export interface Tokens {
  accessToken: string
  refreshToken: string
  expiresIn: number
}

/** What the portal's pages need to know of the portal: the only way they reach its inside. */
export interface Desk {
  company: string
  language: Language
  memberId: string
  /** Where the application refreshes its tokens: `http://127.0.0.1:8055/oauth/rest/`. */
  serverEndpoint: string
  /** Milliseconds since the epoch. */
  now(): number
  /** A REST method with that person's rights. */
  call<Result>(
    userId: number,
    method: string,
    params?: Record<string, unknown>,
  ): Promise<{ result: Result; total?: number }>
  /** Whether the portal refused, rather than broke. */
  isRefusal(error: unknown): boolean
  /** Whether it refused because the person lacks a right. */
  isDenial(error: unknown): boolean
  people(): Person[]
  /** Also one who no longer works here; undefined where there never was one. */
  person(id: number): Person | undefined
  admin(): Person
  departments(): Department[]
  processes(): SmartProcess[]
  /** Kinds of items that are listed on the cards of this kind. */
  childrenOf(entityTypeId: number): number[]
  /** The funnels of a kind of item, in their order. */
  categories(entityTypeId: number): { id: number; name: string }[]
  /** The rows of a dictionary in their order. */
  stages(dictionary: string): Stage[]
  app(): PortalApp | null
  /** Placements of an installed application, in the order they were bound. */
  placements(code: string): Placement[]
  placement(id: string): Placement | undefined
  issueToken(userId: number): Tokens
  finishInstall(userId: number): void
  /** Newest first. */
  notifications(userId: number): Notification[]
  /** The application's options: its own (`null`) or a person's. */
  options(userId: number | null): Record<string, unknown>
  setOption(userId: number | null, name: string, value: unknown): void
  phone: PhoneCalls
  /** What an outside exchange is told: its id of the call it is to dial, null where there is none. */
  dialOutside(wanted: WantedCall): string | null
  callBackOutside(wanted: WantedCall): void
  timeline: TimelineDesk
  /** Differs whenever anything on the portal changed; cheap to ask. */
  revision(): string
}

/** The owner under which the portal keeps the options of the application as a whole. */
const WHOLE_APP = 0

/** The desk of a running portal. */
export function createDesk(portal: Portal): Desk {
  const { state } = portal
  let changes = 0
  const startedAt = portal.now()
  portal.onChange(() => (changes += 1))
  const people = () => portal.users.list().map(personOf)
  return {
    get company() {
      return portal.company
    },
    get language() {
      return portal.language
    },
    memberId: portal.memberId,
    get serverEndpoint() {
      return `${portal.url}/oauth-server/rest/`
    },
    now: portal.now,
    async call<Result>(userId: number, method: string, params: Record<string, unknown> = {}) {
      const answer = await portal.call({ kind: 'user', userId }, method, params)
      return { ...answer, result: answer.result as Result }
    },
    isRefusal: (error) => error instanceof RestError,
    isDenial: (error) => error instanceof RestError && isDenial(error),
    people,
    person(id) {
      const found = portal.users.get(id)
      return found ? personOf(found) : undefined
    },
    admin() {
      const found = people().find((person) => person.isAdmin && person.active) ?? people()[0]
      if (!found) throw new Error('The portal has no people')
      return found
    },
    departments: () => portal.departments.list(),
    processes: () =>
      portal.types.list().map(({ entityTypeId, title, flags }) => {
        return { entityTypeId, title, hasStages: flags.isStagesEnabled === 'Y' }
      }),
    childrenOf: (entityTypeId) =>
      state.types
        .relations()
        .filter((relation) => relation.parentTypeId === entityTypeId && relation.isListEnabled)
        .map((relation) => relation.childTypeId),
    categories: (entityTypeId) => portal.categories(entityTypeId).map(({ id, name }) => ({ id, name })),
    stages: (dictionary) =>
      state.statuses.ofEntity(dictionary).map(({ statusId, name, color, semantics }) => {
        return { id: statusId, name, color, semantics }
      }),
    app() {
      const app = portal.app
      if (!app) return null
      const { applicationToken, installed, firstRun } = app
      return { ...app.registration, applicationToken, isInstalled: installed, firstRun }
    },
    placements: (code) => portal.placements(code).map((placement) => placementOf(placement, portal)),
    placement(id) {
      const bound = state.placements.list().find((placement) => String(placement.id) === id)
      const found = bound && portal.placements(bound.code).find((placement) => placement.id === bound.id)
      return found && placementOf(found, portal)
    },
    issueToken: (userId) => portal.issueToken(userId),
    finishInstall: (userId) => portal.finishInstall(userId),
    notifications: (userId) =>
      state.notifications
        .ofUser(userId)
        .toReversed()
        .map(({ id, authorId, message, created }) => {
          return { id, authorId, message, createdAt: new Date(created * 1000).toISOString() }
        }),
    options: (userId) => state.options.all(userId ?? WHOLE_APP),
    setOption: (userId, name, value) => state.options.set(userId ?? WHOLE_APP, name, value),
    phone: portal.phone,
    dialOutside: (wanted) => dialOutside(portal, wanted),
    callBackOutside: (wanted) => callBackOutside(portal, wanted),
    timeline: timelineDesk(portal),
    revision: () => `${startedAt}.${changes}`,
  }
}

function personOf(person: ReturnType<Portal['users']['list']>[number]): Person {
  return {
    id: person.id,
    name: `${person.name} ${person.lastName}`.trim(),
    position: person.workPosition,
    departmentIds: person.departmentIds,
    isAdmin: person.isAdmin,
    active: person.active,
  }
}

/** A placement without a title of its own carries the application's. */
function placementOf({ id, code, handler, userId, title, group, options }: PortalPlacement, portal: Portal): Placement {
  const app = portal.app?.registration.title
  return {
    id: String(id),
    code,
    handler,
    userId,
    title: { ru: title['ru'] || app?.ru || code, en: title['en'] || title['ru'] || app?.en || code },
    group: { ru: group['ru'] ?? '', en: group['en'] ?? group['ru'] ?? '' },
    options,
  }
}
