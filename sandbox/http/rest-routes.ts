import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import type { Portal } from '../portal.ts'
import { errorBody, successBody, toRestError } from '../rules/answer.ts'
import type { Caller } from '../rules/caller.ts'
import { methodNotFound, RestError } from '../rules/errors.ts'
import { commandNames } from '../rules/batch.ts'
import type { LoggedCall } from '../rules/call-log.ts'
import { execute, newRequest } from '../rules/execute.ts'
import type { Trouble } from '../rules/faults/request-trouble.ts'
import type { Ignored } from '../rules/inspection/inspector.ts'
import { anyCase, toText, type Params } from '../rules/params.ts'
import { readParams } from './body.ts'
import { cut } from './cut.ts'

type Env = { Bindings: HttpBindings }

const allowedHeaders = ['origin', 'content-type', 'accept']

/** REST version 2: `/rest/<method>` by token, `/rest/<user>/<code>/<method>` by webhook. */
export function restRoutes(portal: Portal, delay: (milliseconds: number) => Promise<void>): Hono<Env> {
  const app = new Hono<Env>()

  app.options('/rest/*', (context) => {
    const asked = (context.req.header('access-control-request-headers') ?? '')
      .split(',')
      .map((header) => header.trim().toLowerCase())
      .filter(Boolean)
    if (asked.some((header) => !allowedHeaders.includes(header))) return context.body(null, 403)
    return context.body(null, 200, {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': allowedHeaders.join(', '),
      'access-control-allow-methods': 'GET, POST, OPTIONS',
    })
  })

  app.all('/rest/*', async (context) => {
    const request = await readRequest(portal, context)
    const trouble = portal.faults.request.befall(request.names)
    if (trouble.isCut) {
      const nothing = { commands: [], userId: 0, by: 'nobody' as const, status: 0, error: '', ms: 0, answer: '' }
      portal.inspector.exchange({
        ...nothing,
        method: shownName(request),
        params: request.params,
        ignored: [],
        isCut: true,
      })
      return cut(context)
    }
    const outcome = await answer(portal, request, trouble)
    const isCut = portal.faults.request.losesAnswer(outcome.writes)
    const text = JSON.stringify(outcome.body)
    const { commands = [], error = '', ...call } = outcome.call
    portal.inspector.exchange({
      ...call,
      method: shownName(request),
      commands,
      error,
      params: request.params,
      answer: text,
      ignored: outcome.ignored,
      isCut,
    })
    await delay(trouble.latencyMs)
    if (isCut) return cut(context)
    if (outcome.status === 504)
      return context.html('<html><head><title>504 Gateway Time-out</title></head></html>', 504)
    return context.newResponse(text, outcome.status as 200, {
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
    })
  })

  return app
}

/** A method nobody knows is shown by the name it was asked under. */
const shownName = ({ names, target }: ReadRequest): string =>
  names[0] === 'unknown' ? (target?.method.slice(0, 80) ?? '?') : (names[0] ?? '?')

interface Outcome {
  status: number
  body: Record<string, unknown>
  writes: string[]
  ignored: Ignored[]
  call: LoggedCall
}

interface ReadRequest {
  target: Target | null
  params: Params
  /** The method and, of a batch, its commands: known names, or `unknown`. */
  names: string[]
}

async function readRequest(portal: Portal, context: Context<Env>): Promise<ReadRequest> {
  const params = await readParams(context.req)
  const target = readTarget(context.req.path)
  const known = (name: string): string => portal.methods.get(name.toLowerCase())?.name ?? 'unknown'
  const names = [known(target?.method ?? '')]
  if (names[0] === 'batch') names.push(...commandNames(params).map(known))
  return { target, params, names }
}

async function answer(portal: Portal, { target, params, names }: ReadRequest, trouble: Trouble): Promise<Outcome> {
  const started = portal.now()
  const clock = performance.now()
  const request = newRequest(toText(anyCase(params, 'auth_connector')))
  let caller: Caller | null = null
  let status = 200
  let body: Record<string, unknown>
  try {
    portal.limiter.take()
    if (trouble.refusal?.effect === false) throw trouble.refusal.error
    if (!target) throw methodNotFound()
    caller = authenticate(portal, target, params, names)
    const executed = await execute(portal, caller, target.method, withoutAuth(params), request)
    if (trouble.refusal) throw trouble.refusal.error
    body = successBody(executed, started, started + (performance.now() - clock))
  } catch (error) {
    const refusal = toRestError(error)
    status = refusal.status
    body = errorBody(refusal)
  }
  const call: LoggedCall = {
    method: names[0] ?? 'unknown',
    userId: caller?.userId ?? 0,
    by: caller && caller.kind !== 'user' ? caller.kind : 'nobody',
    status,
    ms: Math.round((performance.now() - clock) * 100) / 100,
    at: new Date(started).toISOString(),
    ...(status === 200 ? {} : { error: String(body['error']) }),
    ...(request.commands ? { commands: request.commands } : {}),
  }
  portal.calls.add(call)
  return { status, body, writes: request.writes, ignored: request.ignored, call }
}

interface Target {
  method: string
  webhook?: { userId: number; code: string }
}

/** `/rest//crm.item.list.json` → crm.item.list. */
function readTarget(path: string): Target | null {
  const parts = path.split('/').filter(Boolean).slice(1)
  const method = (parts.at(-1) ?? '').replace(/\.json$/i, '')
  if (parts.length === 1) return { method }
  const [user = '', code = ''] = parts
  return parts.length === 3 && /^\d{1,9}$/.test(user) ? { method, webhook: { userId: Number(user), code } } : null
}

function authenticate(portal: Portal, target: Target, params: Params, names: string[]): Caller {
  if (target.webhook) return portal.auth.resolveWebhook(target.webhook.userId, target.webhook.code)
  const token = toText(params['auth'])
  if (token === '') throw new RestError(401, 'NO_AUTH_FOUND', 'Wrong authorization data')
  if (portal.faults.strike('token-expired', names)) portal.auth.expire(token)
  if (portal.faults.strike('token-revoked', names)) portal.auth.revoke(token)
  return portal.auth.resolve(token)
}

function withoutAuth(params: Params): Params {
  const { auth: _auth, ...rest } = params
  return rest
}
