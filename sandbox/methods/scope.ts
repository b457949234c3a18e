import type { Method } from '../rules/method.ts'
import { anyCase, isYes } from '../rules/params.ts'
import { knownScopes } from '../rules/scopes.ts'

export const method: Method = {
  scope: 'basic',
  run({ caller, params }) {
    const isFull = isYes(anyCase(params, 'full')) || caller.kind !== 'app'
    return { result: isFull ? knownScopes : [...new Set(['basic', ...caller.scope])] }
  },
}
