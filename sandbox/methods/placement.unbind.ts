import { accessDenied, RestError, wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'

export const method: Method = {
  scope: 'placement',
  isWrite: true,
  appOnly: wrongAuthType,
  adminOnly: () => accessDenied('Access denied!', 403),
  run({ portal, params }) {
    const code = toText(anyCase(params, 'PLACEMENT')).toUpperCase()
    if (code === '')
      throw new RestError(400, 'ERROR_ARGUMENT', "Argument 'PLACEMENT' is null or empty", { argument: 'PLACEMENT' })
    const handler = toText(anyCase(params, 'HANDLER'))
    const bound = portal.state.placements
      .list()
      .filter((placement) => placement.code === code && (handler === '' || placement.handler === handler))
    for (const placement of bound) portal.state.placements.remove(placement.id)
    portal.announce({ kind: 'app' })
    // The portal counts every handler twice; callers may only rely on "more than none".
    return { result: { count: bound.length * 2 } }
  },
}
