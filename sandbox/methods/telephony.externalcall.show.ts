import type { Method } from '../rules/method.ts'
import { externalCallOf } from '../rules/telephony/external.ts'

export const method: Method = {
  scope: 'telephony',
  isWrite: true,
  run(call) {
    call.portal.phone.show(externalCallOf(call).code)
    return { result: true }
  },
}
