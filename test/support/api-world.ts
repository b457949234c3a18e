import type { Role } from '../../contract/codes.ts'
import type { SchemaMap } from '../../server/portal/schema-map.ts'
import type { KnownPortal, PortalClient, BatchMemberAnswer } from '../../server/portal/portal-client.ts'
import { NotAllowedError } from '../../server/errors.ts'
import { createApp } from '../../server/app.ts'
import type { ApiContext } from '../../server/api/api-context.ts'
import { takeOverItem } from '../../server/api/fresh-item.ts'
import { callerAddress } from '../../server/api/caller-address.ts'
import { createExportTickets } from '../../server/api/offers/export-tickets.ts'
import { createLimits } from '../../server/api/limits.ts'
import { createMetrics } from '../../server/metrics.ts'
import { createLiveHub } from '../../server/api/live-hub.ts'
import { createBearer, type Viewer } from '../../server/api/session/bearer.ts'
import type { PortalRoom } from '../../server/api/session/portal-room.ts'
import { createProofCache } from '../../server/api/session/proof-cache.ts'
import { loadPlaceKnowledge } from '../../server/gazetteer.ts'
import { loadWorkCalendar } from '../../server/load-work-calendar.ts'
import { openPortalStore, openRegistry, type PortalStore } from '../../server/store/database.ts'
import { savePortal, markPortalInstalled } from '../../server/store/portals.ts'
import { createSeal } from '../../server/store/seal.ts'
import { createSealedTokens } from '../../server/store/tokens.ts'
import { createPlacesInStore } from '../../server/sync/places-in-store.ts'
import { relearnPlace } from '../../server/sync/relearn-place.ts'
import { ENTITY_WRITERS } from '../../server/sync/entities.ts'
import { handClock } from './clock.ts'
import { defaultMap } from './fake-portal.ts'
import { plantRows } from './rows.ts'

const places = loadPlaceKnowledge()
export const CLIENT_ID = 'local.reis.test'
export const ORIGIN = 'https://mogutin.example'

/** People of the test portal by the token their browser posts. */
export const PEOPLE: Record<string, { id: number; name: string; lastName: string; admin?: boolean; role: Role }> = {
  'token-ivanov': { id: 7, name: 'Пётр', lastName: 'Иванов', role: 'logist' },
  'token-orlova': { id: 8, name: 'Анна', lastName: 'Орлова', role: 'manager' },
  'token-belov': { id: 9, name: 'Игорь', lastName: 'Белов', role: 'hr' },
  'token-admin': { id: 1, name: 'Вера', lastName: 'Могутина', admin: true, role: 'director' },
}
const DEPARTMENT_OF: Partial<Record<Role, number>> = { logist: 2, manager: 3, hr: 4 }

/** Every endpoint over an in-memory portal whose answers a test may change. No network, no file, no sleep. */
export async function apiWorld() {
  const clock = handClock()
  const seal = createSeal('s'.repeat(32))
  const registry = await openRegistry(':memory:')
  const reported: unknown[] = []
  const rooms = new Map<string, PortalRoom & { calls: string[]; portalAnswers: PortalAnswers }>()

  async function addPortal(memberId: string, origin: string) {
    const facts = {
      memberId,
      clientEndpoint: `${origin}/rest/`,
      oauthEndpoint: 'https://oauth.example/rest/',
      origin,
      applicationToken: `application-${memberId}`,
      installedByUserId: 1,
    }
    await savePortal(registry, facts, clock.iso())
    await markPortalInstalled(registry, memberId, clock.iso())
    const store = await openPortalStore(':memory:')
    await plantPeople(store)
    const room = createRoom(store, { ...facts, state: 'installed' })
    rooms.set(memberId, room)
    return room
  }

  function createRoom(store: PortalStore, portal: KnownPortal) {
    const map = defaultMap()
    const learnt = createPlacesInStore(store, places.gazetteer)
    const portalAnswers: PortalAnswers = { up: true, mayRead: () => true, appCode: CLIENT_ID }
    const calls: string[] = []
    const room: PortalRoom & { calls: string[]; portalAnswers: PortalAnswers } = {
      memberId: portal.memberId,
      origin: portal.origin,
      store,
      live: createLiveHub(),
      portal,
      map: () => map,
      tokens: createSealedTokens(registry, seal, clock.iso),
      seal,
      proofs: createProofCache(clock.now),
      administratorCame: async () => undefined,
      clients: {
        forUser: () => {
          throw new Error('Nothing in these tests acts for a stored user')
        },
        forPostedToken: (_portal, token) => postedClient(portal.memberId, token, map, portalAnswers, calls),
        isSilent: () => false,
      },
      async relearnPlace(text) {
        await relearnPlace(store, learnt, text)
      },
      wakeOutbox: () => void calls.push('wake'),
      async takeOver(kind, item) {
        await takeOverItem(
          store,
          async (entity, fresh) => {
            await ENTITY_WRITERS[entity].save(store, [fresh], map, await learnt.finder())
          },
          kind,
          item,
        )
      },
      calls,
      portalAnswers,
    }
    return room
  }

  const room = await addPortal('portal-1', ORIGIN)
  await plantRows(room.store, places.gazetteer)
  const context: ApiContext = {
    now: clock.now,
    registry,
    ...places,
    workCalendar: loadWorkCalendar(),
    router: null,
    companyRegister: null,
    bearer: createBearer('k'.repeat(32), clock.now),
    clientId: CLIENT_ID,
    proofLimitMs: 50,
    pages: {
      async read(widget) {
        return { head: `<!doctype html><html><body data-widget="${widget}"><p>Загрузка</p>`, tail: '</body></html>' }
      },
    },
    staticFile: async () => null,
    install: {
      async firstContact() {
        throw new NotAllowedError('portal_unknown', 'The authorization server does not know this token')
      },
      async state() {
        return { state: 'new', steps: [], startedAt: null, finishedAt: null }
      },
      async start() {},
      map: {
        look: nothingToFit,
        choose: nothingToFit,
        approve: nothingToFit,
      },
      watch: () => () => undefined,
    },
    limits: createLimits(),
    exports: createExportTickets(clock.now),
    callerAddress: (call) => callerAddress(call, true),
    figures: { ...createMetrics(async () => []), token: 'figures-for-tests' },
    events: {
      async receive() {
        throw new NotAllowedError('no_right', 'This was not sent by the portal')
      },
    },
    openRoom: async (memberId) => rooms.get(memberId) ?? null,
    report: (error) => void reported.push(error),
  }
  const app = createApp(context)

  return {
    app,
    context,
    clock,
    room,
    registry,
    reported,
    addPortal,
    gazetteer: places.gazetteer,
    /** A bearer as if this person had opened this card. */
    async bearer(token: string, item: Viewer['item'] = { kind: 'request', id: 15 }, memberId = 'portal-1') {
      const { id, name, lastName, admin, role } = PEOPLE[token]!
      const viewer: Viewer = {
        memberId,
        userId: id,
        userName: `${name} ${lastName}`,
        isAdmin: admin ?? false,
        roles: admin ? ['admin'] : [role],
        language: 'ru',
        item,
      }
      return `Bearer ${(await context.bearer.sign(viewer)).token}`
    },
    /** Calls an endpoint with a JSON body. */
    async api(method: string, path: string, authorization: string | null, body?: unknown) {
      const headers: Record<string, string> = { 'content-type': 'application/json' }
      if (authorization) headers.authorization = authorization
      return app.request(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    },
    /** Posts what the portal's page posts into the frame of a card's tab. */
    async openCard(
      token: string,
      change: Record<string, string> = {},
      query = 'DOMAIN=mogutin.example&PROTOCOL=1&LANG=ru',
    ) {
      const form = new URLSearchParams({
        AUTH_ID: token,
        REFRESH_ID: `refresh-${token}`,
        AUTH_EXPIRES: '3600',
        member_id: 'portal-1',
        APPLICATION_TOKEN: 'application-portal-1',
        status: 'L',
        PLACEMENT: 'CRM_DYNAMIC_1036_DETAIL_TAB',
        PLACEMENT_OPTIONS: '{"ID":"15","URI":"/crm/type/1036/details/15/"}',
        ...change,
      })
      const answer = await app.request(`/w/carriers?${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
      })
      return { answer, html: await answer.text() }
    },
  }
}

async function nothingToFit(): Promise<never> {
  throw new Error('This test fits no portal')
}

export interface PortalAnswers {
  /** false: the portal does not answer at all. */
  up: boolean
  mayRead: (userId: number, entityTypeId: number, id: number) => boolean
  /** Which application the tokens belong to. */
  appCode: string
  /** What `crm.item.get` shows besides id, title and times. */
  item?: Record<string, unknown>
}

function postedClient(
  memberId: string,
  token: string,
  map: SchemaMap,
  answers: PortalAnswers,
  calls: string[],
): PortalClient {
  const person = PEOPLE[token]
  const itemFor = (params: Record<string, unknown>): BatchMemberAnswer => {
    const { entityTypeId, id } = params as { entityTypeId: number; id: number }
    if (!person || !answers.mayRead(person.id, entityTypeId, id))
      return { ok: false, code: 'ACCESS_DENIED', status: 403 }
    const stageId = map.processes.request.stages.NEW
    const times = { createdTime: '2026-11-20T09:00:00+03:00', updatedTime: '2026-11-20T09:00:00+03:00' }
    return { ok: true, result: { item: { id, title: `Запрос ${id}`, stageId, ...times, ...answers.item } } }
  }
  const reach = () => {
    if (answers.up) return
    return new Promise<never>(() => undefined)
  }
  return {
    memberId,
    userId: 0,
    async call<Result>(method: string, params: Record<string, unknown> = {}) {
      calls.push(method)
      await reach()
      const answer = itemFor(params)
      if (!answer.ok) throw new NotAllowedError('no_right', answer.code)
      return { result: answer.result as Result }
    },
    async batch(members) {
      calls.push(`batch ${Object.keys(members).join(' ')}`)
      await reach()
      if (!person) throw new NotAllowedError('session_expired', 'The posted token is not valid (any more)')
      const profile = {
        ID: String(person.id),
        ADMIN: person.admin ?? false,
        NAME: person.name,
        LAST_NAME: person.lastName,
      }
      return {
        profile: { ok: true, result: profile },
        app: { ok: true, result: { CODE: answers.appCode, INSTALLED: true } },
        ...(members.item && { item: itemFor(members.item.params ?? {}) }),
      }
    },
  }
}

async function plantPeople(store: PortalStore) {
  const departments = [
    { id: 1, name: 'Могутин', parentId: null, headId: 1 },
    { id: 2, name: 'Отдел логистики', parentId: 1, headId: null },
    { id: 3, name: 'Отдел продаж', parentId: 1, headId: null },
    { id: 4, name: 'Кадры', parentId: 1, headId: null },
  ]
  await store.insertInto('department').values(departments).execute()
  for (const person of Object.values(PEOPLE)) {
    const departmentIds = JSON.stringify([DEPARTMENT_OF[person.role] ?? 1])
    const { id, name, lastName, admin } = person
    const row = { id, name, lastName, position: null, departmentIds, active: 1, isAdmin: admin ? 1 : 0 }
    await store.insertInto('user').values(row).execute()
  }
}
