import type { Method } from '../rules/method.ts'
import { anyCase, isYes, toText } from '../rules/params.ts'

export const method: Method = {
  scope: 'basic',
  run({ portal, caller, params }) {
    const scope = toText(anyCase(params, 'scope'))
    const granted = caller.kind === 'app' && !isYes(anyCase(params, 'full')) ? ['basic', ...caller.scope] : null
    const names = [...portal.methods.values()]
      .filter((method) => (scope === '' ? granted === null || granted.includes(method.scope) : method.scope === scope))
      .map((method) => method.name)
    return { result: names }
  },
}
