import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger, toText } from '../rules/params.ts'
import { pushContext } from '../rules/push-context.ts'
import { asList } from '../rules/values.ts'

/** Accepted and checked; this portal has no push server behind it. */
export const method: Method = {
  scope: 'pull',
  isWrite: true,
  appOnly: pushContext,
  run({ portal, params, caller }) {
    const command = toText(anyCase(params, 'COMMAND'))
    if (!/^[\w:|.-]+$/.test(command)) throw new RestError(400, 'COMMAND_ERROR', 'Command format error')
    const moduleId = toText(anyCase(params, 'MODULE_ID')) || 'application'
    if (moduleId !== 'application') throw new RestError(400, 'MODULE_ID_ERROR', 'Module ID format error')
    const data = anyCase(params, 'PARAMS')
    if (data !== undefined && typeof data !== 'object') throw new RestError(400, 'PARAMS_ERROR', 'Params format error')
    const others = asList(anyCase(params, 'USER_ID')).filter((id) => toInteger(id) !== caller.userId)
    if (others.length > 0 && !portal.rights.isAdmin(caller.userId))
      throw new RestError(400, 'USER_ID_ACCESS_ERROR', 'Only an administrator may send to others')
    return { result: true }
  },
}
