import type { Method } from '../rules/method.ts'
import { anyCase, isYes } from '../rules/params.ts'

/** All scopes this portal knows. */
const known = ['basic', 'crm', 'department', 'im', 'placement', 'task', 'telephony', 'user', 'userfieldconfig']

export const method: Method = {
  scope: 'basic',
  run({ caller, params }) {
    const isFull = isYes(anyCase(params, 'full')) || caller.kind !== 'app'
    return { result: isFull ? known : [...new Set(['basic', ...caller.scope])] }
  },
}
