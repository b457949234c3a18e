import { accessDenied, wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { namedType, readType, saveType } from '../rules/user-field-types.ts'

export const method: Method = {
  scope: 'placement',
  isWrite: true,
  appOnly: wrongAuthType,
  adminOnly: () => accessDenied('Access denied!', 403),
  run(call) {
    const before = namedType(call)
    saveType(call, readType(call, before), before.placementId)
    return { result: true }
  },
}
