import { wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { notify } from '../rules/notify.ts'

export const method: Method = {
  scope: 'im',
  isWrite: true,
  appOnly: wrongAuthType,
  run: (call) => notify(call, 'system'),
}
