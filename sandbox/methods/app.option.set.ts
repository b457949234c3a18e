import { applicationRequired, readOptions } from '../rules/app-options.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { wholeApp } from '../state/options.ts'

export const method: Method = {
  scope: 'basic',
  isWrite: true,
  appOnly: applicationRequired,
  adminOnly: () => new RestError(400, 'AccessException', 'Administrator authorization required'),
  run({ portal, params }) {
    for (const [name, value] of readOptions(params)) portal.state.options.set(wholeApp, name, value)
    return { result: true }
  },
}
