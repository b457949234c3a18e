import { accessDenied, wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { readType, saveType } from '../rules/user-field-types.ts'

export const method: Method = {
  scope: 'placement',
  isWrite: true,
  appOnly: wrongAuthType,
  adminOnly: () => accessDenied('Access denied!', 403),
  run(call) {
    saveType(call, readType(call, null), call.portal.state.meta.nextId('placement'))
    return { result: true }
  },
}
