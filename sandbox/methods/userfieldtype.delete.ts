import { accessDenied, wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { namedType } from '../rules/user-field-types.ts'

export const method: Method = {
  scope: 'placement',
  isWrite: true,
  appOnly: wrongAuthType,
  adminOnly: () => accessDenied('Access denied!', 403),
  run(call) {
    call.portal.state.placements.remove(namedType(call).placementId)
    call.portal.announce({ kind: 'app' })
    return { result: true }
  },
}
