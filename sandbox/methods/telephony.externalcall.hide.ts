import type { Method } from '../rules/method.ts'
import { externalCallOf } from '../rules/telephony/external.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/telephony/telephony-external-call-hide.html */
export const method: Method = {
  scope: 'telephony',
  isWrite: true,
  run(call) {
    call.portal.phone.hide(externalCallOf(call).code)
    return { result: true }
  },
}
