import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono, type Context } from 'hono'
import type { Portal } from '../portal.ts'
import { errorBody, successBody, toRestError } from '../rules/answer.ts'
import type { Caller } from '../rules/caller.ts'
import { methodNotFound, RestError } from '../rules/errors.ts'
import { execute, newRequest } from '../rules/execute.ts'
import { anyCase, toText, type Params } from '../rules/params.ts'
import { readParams } from './body.ts'

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
    const faults = portal.faults.get()
    if (faults.down) return cut(context)
    const outcome = await answer(portal, context)
    await delay(faults.latencyMs)
    if (portal.faults.losesAnswer(outcome.writes)) return cut(context)
    if (outcome.status === 504)
      return context.html('<html><head><title>504 Gateway Time-out</title></head></html>', 504)
    return context.newResponse(JSON.stringify(outcome.body), outcome.status as 200, {
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
    })
  })

  return app
}

/** Cuts the connection, so that the caller cannot know what became of his request. */
function cut(context: Context<Env>): Response {
  context.env.incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}

interface Outcome {
  status: number
  body: Record<string, unknown>
  writes: string[]
}

async function answer(portal: Portal, context: Context<Env>): Promise<Outcome> {
  const started = portal.now()
  const clock = performance.now()
  const params = await readParams(context.req)
  const request = newRequest(toText(anyCase(params, 'auth_connector')))
  const target = readTarget(context.req.path)
  let caller: Caller | null = null
  let outcome: Outcome
  try {
    portal.limiter.take()
    if (!target) throw methodNotFound()
    caller = authenticate(portal, target, params)
    const executed = await execute(portal, caller, target.method, withoutAuth(params), request)
    const finished = started + (performance.now() - clock)
    outcome = { status: 200, body: successBody(executed, started, finished), writes: request.writes }
  } catch (error) {
    const refusal = toRestError(error)
    outcome = { status: refusal.status, body: errorBody(refusal), writes: request.writes }
  }
  portal.calls.add({
    method: portal.methods.get(target?.method.toLowerCase() ?? '')?.name ?? 'unknown',
    userId: caller?.userId ?? 0,
    by: caller && caller.kind !== 'user' ? caller.kind : 'nobody',
    status: outcome.status,
    ms: Math.round((performance.now() - clock) * 100) / 100,
    at: new Date(started).toISOString(),
    ...(outcome.status === 200 ? {} : { error: String(outcome.body['error']) }),
    ...(request.commands ? { commands: request.commands } : {}),
  })
  return outcome
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

function authenticate(portal: Portal, target: Target, params: Params): Caller {
  if (target.webhook) return portal.auth.resolveWebhook(target.webhook.userId, target.webhook.code)
  const token = toText(params['auth'])
  if (token === '') throw new RestError(401, 'NO_AUTH_FOUND', 'Wrong authorization data')
  return portal.auth.resolve(token)
}

function withoutAuth(params: Params): Params {
  const { auth: _auth, ...rest } = params
  return rest
}
