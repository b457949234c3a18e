import type { Portal } from '../portal.ts'
import { RestError } from './errors.ts'
import { newRequest } from './execute.ts'
import type { Call } from './method.ts'

/** What a person does on the portal's own pages, where no method is called. */
export function ownCall(portal: Portal, userId: number): Call {
  const user = portal.users.get(userId)
  if (!user?.active) throw new RestError(400, 'ACCESS_DENIED', 'Access denied')
  return { portal, caller: { kind: 'user', userId }, user, params: {}, start: 0, request: newRequest('') }
}
