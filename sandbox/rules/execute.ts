import type { Portal } from '../portal.ts'
import { accountOf, type Caller } from './caller.ts'
import { costOf } from './cost.ts'
import { methodNotFound, RestError } from './errors.ts'
import type { Answer, Request } from './method.ts'
import type { Operating } from './operating.ts'
import { readStart } from './paging.ts'
import { anyCase, type Params } from './params.ts'
import { trackParams } from './inspection/track-params.ts'
import type { RegisteredMethod } from './registry.ts'

export interface Executed {
  answer: Answer
  /** Seconds, as the portal's web server would have spent them. */
  cost: number
  operating: Operating
}

export const newRequest = (connector: string): Request => ({
  connector,
  isBatch: false,
  spent: 0,
  writes: [],
  ignored: [],
})

/**
 * Runs one method as that caller: is there such a method, may this caller use it, has it time left, then the method
 * itself, then the charge. Throws the vendor's refusal.
 */
export async function execute(
  portal: Portal,
  caller: Caller,
  name: string,
  params: Params,
  request: Request,
): Promise<Executed> {
  const method = portal.methods.get(name.toLowerCase())
  if (!method) {
    if (caller.kind !== 'user') portal.inspector.notImplemented(name)
    throw methodNotFound()
  }
  admit(portal, caller, method)
  const account = accountOf(caller)
  const isMetered = account !== null && method.name !== 'batch'
  if (isMetered) portal.operating.check(account, method.name)
  if (account !== null) portal.faults.request.refuse(method.name, request.isBatch)
  if (isMetered) await portal.meddling.before(method.name, params, method.isWrite === true)
  const user = portal.users.get(caller.userId)
  if (!user) throw new RestError(401, 'invalid_token', 'Unable to get user by token')
  if (method.isWrite === true) request.writes.push(method.name)
  const start = readStart(anyCase(params, 'start'))
  const { tracked, unread } = trackParams(params)
  const answer = await method.run({ portal, caller, user, params: tracked, start, request })
  // What the method itself has dropped does not know whose it is.
  for (const one of request.ignored) one.method ||= method.name
  for (const unknown of unread()) request.ignored.push({ method: method.name, name: unknown })
  if (isMetered) await portal.meddling.after(method.name, params, method.isWrite === true, answer.result)
  const cost = method.name === 'batch' ? 0 : costOf(method.name, answer.rows ?? 0, answer.total ?? 0)
  const operating = isMetered
    ? portal.operating.charge(account, method.name, cost)
    : { operating: 0, operatingResetAt: Math.floor(portal.now() / 1000) + 600 }
  request.spent += cost
  if (account !== null && request.spent > portal.limits.requestSeconds)
    throw new RestError(504, 'GATEWAY_TIMEOUT', 'The request took longer than the web server waits.')
  return { answer, cost, operating }
}

function admit(portal: Portal, caller: Caller, method: RegisteredMethod): void {
  if (caller.kind === 'webhook' && method.appOnly) throw method.appOnly()
  if (caller.kind === 'app' && method.scope !== 'basic' && !caller.scope.includes(method.scope))
    throw new RestError(
      403,
      'insufficient_scope',
      'The request requires higher privileges than provided by the access token',
    )
  if (method.isIntranetOnly === true && portal.users.get(caller.userId)?.departmentIds.length === 0)
    throw new RestError(403, 'allowed_only_intranet_user', 'Action allowed only for intranet users')
  if (method.adminOnly && !portal.rights.isAdmin(caller.userId)) throw method.adminOnly()
}
