import { wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { lineOf } from '../rules/telephony/lines.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/telephony/telephony-external-line-delete.html */
export const method: Method = {
  scope: 'telephony',
  isWrite: true,
  appOnly: wrongAuthType,
  run(call) {
    call.portal.state.telephony.lines.remove(lineOf(call).id)
    return { result: [] }
  },
}
