import { finishDialogue } from '../rules/channels/line-changes.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger } from '../rules/params.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/imopenlines/openlines/operators/imopenlines-operator-finish.html */
export const method: Method = {
  scope: 'imopenlines',
  isWrite: true,
  run(call) {
    finishDialogue(call, toInteger(anyCase(call.params, 'CHAT_ID')))
    return { result: true }
  },
}
