import type { Method } from '../rules/method.ts'
import { anyCase } from '../rules/params.ts'
import { pushConfig } from '../rules/push-channels.ts'
import { pushContext } from '../rules/push-context.ts'

export const method: Method = {
  scope: 'pull',
  appOnly: pushContext,
  run({ portal, params, caller }) {
    // Nothing is cached and channels never close early: both switches change nothing here.
    anyCase(params, 'CACHE')
    anyCase(params, 'REOPEN')
    return { result: pushConfig(portal, caller.userId) }
  },
}
