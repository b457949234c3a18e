import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AttemptAnswer, AttemptInput, OfferInput } from '../../../contract/actions.ts'
import type { Attempt, CarriersAnswer } from '../../../contract/carriers.ts'
import type { Language } from '../../../contract/codes.ts'
import type { InstallState } from '../../../contract/install.ts'
import type { LiveEvent } from '../../../contract/live.ts'
import type { MapProblem, PortalMap } from '../../../contract/portal-map.ts'
import type { ProblemCode } from '../../../contract/problem.ts'
import { SETTING_DEFINITIONS, SETTING_KEYS, type SettingKey, type SettingsAnswer } from '../../../contract/settings.ts'
import type { Write } from '../../../contract/write.ts'
import { KAZAN, PLACES, usualAnswer } from './answers.ts'
import { installStates } from './install-states.ts'
import { portalMapAnswerOf } from './portal-map.ts'
import { answerOf, bootOf, sessionOf } from './scenarios.ts'

export type FixtureApi = ReturnType<typeof apiOf>

/** What was received, so that tests can say what the widget sent. */
export interface Received {
  method: string
  path: string
  body: unknown
}

/** Our API answered from memory: an offer is taken once per key and becomes written after two questions. */
export function apiOf() {
  const received: Received[] = []
  const writes = new Map<string, { write: Write; asked: number }>()
  const streams = new Set<ServerResponse>()
  const attempts: Attempt[] = []
  let portalMap: PortalMap | null = null
  const settings: SettingsAnswer = {
    values: Object.fromEntries(SETTING_KEYS.map((key) => [key, SETTING_DEFINITIONS[key].default])),
    chosen: [],
  }
  const state = {
    scenario: 'usual',
    language: 'ru' as Language,
    token: 'token-1',
    received,
    /** The next call to a path (its beginning) fails with a code; `drop` closes the connection. */
    fail: null as {
      path: string
      code: ProblemCode | 'drop'
      status: number
      fields?: { path: string; message: string }[]
    } | null,
    refuseWrites: false,
    mapProblems: [] as MapProblem[],
    /** Sends an event to everybody who listens. */
    push(event: LiveEvent | InstallState) {
      for (const stream of streams) stream.write(`data: ${JSON.stringify(event)}\n\n`)
    },
    /** Breaks every stream, as a proxy on the way does. */
    cut() {
      for (const stream of streams) stream.destroy()
    },
    listeners: () => streams.size,
    serve,
  }

  async function serve(
    url: URL,
    request: IncomingMessage,
    answer: ServerResponse,
    portalOrigin: string,
  ): Promise<void> {
    const path = url.pathname
    const method = request.method ?? 'GET'
    const body = await readJson(request)
    received.push({ method, path: path + url.search, body })
    const json = (status: number, value: unknown) => {
      answer.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      answer.end(JSON.stringify(value))
    }
    if (state.fail && path.startsWith(state.fail.path)) {
      const { code, status, fields = [] } = state.fail
      state.fail = null
      if (code === 'drop') return void request.socket.destroy()
      return json(status, { code, message: code, fields })
    }
    if (path === '/api/session')
      return json(
        200,
        bootOf(
          state.scenario === 'reload' ? 'usual' : state.scenario,
          sessionOf(state.language, portalOrigin, state.token),
          new Date(),
        ),
      )
    if (request.headers.authorization !== `Bearer ${state.token}`)
      return json(401, { code: 'session_expired', message: 'expired' })
    if (path.endsWith('/carriers')) return json(200, freshAnswer())
    if (path === '/api/places' && method === 'GET') {
      const wanted = (url.searchParams.get('q') ?? '').toLowerCase()
      return json(
        200,
        PLACES.filter((place) => place.name.toLowerCase().startsWith(wanted)),
      )
    }
    if (path === '/api/places') return json(200, taught((body as { text: string }).text))
    if (path === '/api/attempts') {
      const attempt = attemptOf(body as AttemptInput)
      attempts.push(attempt)
      return json(201, { attempt, write: null } satisfies AttemptAnswer)
    }
    if (path === '/api/reveals') return json(200, { phone: '+79171234542' })
    if (path === '/api/offers') return json(202, acceptOffer(body as OfferInput))
    if (path.startsWith('/api/writes/')) return askWrite(decodeURIComponent(path.slice('/api/writes/'.length)), json)
    if (path.endsWith('/live')) return listen(answer)
    if (path === '/api/portal-map') {
      if (method === 'PUT') portalMap = body as PortalMap
      const answer = portalMapAnswerOf(state.language, portalMap)
      return json(200, { ...answer, problems: state.mapProblems })
    }
    if (path === '/api/settings') {
      const { key, value } = (body ?? {}) as { key?: string; value?: SettingsAnswer['values'][string] }
      if (key === undefined) return json(200, settings)
      if (value === null || value === undefined) settings.values[key] = SETTING_DEFINITIONS[key as SettingKey].default
      else settings.values[key] = value
      settings.chosen = value === null ? settings.chosen.filter((one) => one !== key) : [...settings.chosen, key]
      return json(200, settings)
    }
    if (path === '/api/install/start') return json(202, installStates(new Date())['running'])
    if (path === '/api/install/progress') {
      listen(answer)
      state.push(installStates(new Date())['running']!)
      return
    }
    json(404, { code: 'not_found', message: path })
  }

  function listen(answer: ServerResponse): void {
    answer.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    answer.write(': open\n\n')
    streams.add(answer)
    answer.on('close', () => streams.delete(answer))
  }

  function freshAnswer(): CarriersAnswer {
    const answer = answerOf(state.scenario, new Date())
    const rows = answer.rows.map((row) => ({
      ...row,
      attempts: [...attempts.filter((attempt) => attempt.companyId === row.companyId).toReversed(), ...row.attempts],
    }))
    const isOut = (companyId: number) =>
      attempts.findLast((attempt) => attempt.companyId === companyId)?.result === 'wrong_direction'
    const out = rows
      .filter((row) => isOut(row.companyId))
      .map((row) => ({
        ...row,
        vetoes: [{ kind: 'attempt' as const, result: 'wrong_direction' as const, until: null }],
      }))
    return { ...answer, rows: rows.filter((row) => !isOut(row.companyId)), vetoed: [...out, ...answer.vetoed] }
  }

  function taught(text: string): CarriersAnswer {
    const answer = answerOf(state.scenario, new Date())
    const stops = answer.load.stops.map((stop) =>
      'text' in stop.place && stop.place.text === text && stop.place.state !== 'known'
        ? { ...stop, place: { state: 'known' as const, text, place: KAZAN, taught: true } }
        : stop,
    )
    const open = stops.some((stop) => stop.place.state !== 'known')
    return open
      ? { ...answer, load: { ...answer.load, stops } }
      : { ...usualAnswer(new Date()), load: { ...answer.load, stops } }
  }

  function acceptOffer(input: OfferInput): Write {
    const known = writes.get(input.key)
    if (known) return known.write
    const write: Write = {
      key: input.key,
      state: 'pending',
      byUserId: 1,
      acceptedAt: new Date().toISOString(),
      steps: [{ command: 'offer.create', state: 'pending', reason: null, portalId: null }],
    }
    writes.set(input.key, { write, asked: 0 })
    return write
  }

  function askWrite(key: string, json: (status: number, value: unknown) => void): void {
    const known = writes.get(key)
    if (!known)
      return json(200, {
        key,
        state: 'sending',
        steps: [],
        byUserId: 1,
        acceptedAt: new Date().toISOString(),
      } satisfies Write)
    known.asked += 1
    if (known.asked > 1) {
      const end = state.refuseWrites ? ('refused' as const) : ('done' as const)
      const reason = state.refuseWrites ? ('item_gone' as const) : null
      known.write = {
        ...known.write,
        state: end,
        steps: [{ command: 'offer.create', state: end, reason, portalId: reason ? null : 7001 }],
      }
    }
    json(200, known.write)
  }

  function attemptOf(input: AttemptInput): Attempt {
    const { key, companyId, result, until, comment } = input
    return {
      key,
      companyId,
      result,
      until,
      comment,
      byUserId: 1,
      byName: 'Мельникова Дарья',
      at: new Date().toISOString(),
    }
  }

  return state
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  try {
    return text ? JSON.parse(text) : null
  } catch {
    return text
  }
}
