import { applicationRequired, readOptions } from '../rules/app-options.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'basic',
  isWrite: true,
  appOnly: applicationRequired,
  run({ portal, caller, params }) {
    for (const [name, value] of readOptions(params)) portal.state.options.set(caller.userId, name, value)
    return { result: true }
  },
}
