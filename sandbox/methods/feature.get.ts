import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'

export const method: Method = {
  scope: 'basic',
  run({ portal, params }) {
    const code = toText(anyCase(params, 'CODE'))
    if (code === '') throw new RestError(400, 'CODE_EMPTY', "CODE can't be empty")
    const isOffline = code === 'rest_offline_extended' || code === 'rest_auth_connector'
    return { result: { value: isOffline && portal.features.offlineQueue ? 'Y' : 'N' } }
  },
}
