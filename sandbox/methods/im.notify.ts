import { wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { notify } from '../rules/notify.ts'
import { anyCase, toText } from '../rules/params.ts'

export const method: Method = {
  scope: 'im',
  isWrite: true,
  appOnly: wrongAuthType,
  run: (call) => notify(call, toText(anyCase(call.params, 'TYPE')).toUpperCase() === 'SYSTEM' ? 'system' : 'personal'),
}
