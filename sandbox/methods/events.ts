import type { Method } from '../rules/method.ts'
import { eventNames } from '../rules/event-names.ts'
import { anyCase, isYes, toText } from '../rules/params.ts'

export const method: Method = {
  scope: 'basic',
  run({ portal, caller, params }) {
    const isFull = isYes(anyCase(params, 'FULL')) || caller.kind !== 'app'
    return { result: eventNames(portal, isFull ? null : caller.scope, toText(anyCase(params, 'SCOPE'))) }
  },
}
