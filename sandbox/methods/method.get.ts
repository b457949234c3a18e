import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'

export const method: Method = {
  scope: 'basic',
  run({ portal, caller, params }) {
    const found = portal.methods.get(toText(anyCase(params, 'name')).toLowerCase())
    const isInScope =
      found !== undefined && (found.scope === 'basic' || caller.kind !== 'app' || caller.scope.includes(found.scope))
    return { result: { isExisting: found !== undefined, isAvailable: isInScope } }
  },
}
