import { wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'
import { coreError } from '../rules/telephony/external.ts'
import { createsLeads, findLine, lineNumber } from '../rules/telephony/lines.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/telephony/telephony-external-line-add.html */
export const method: Method = {
  scope: 'telephony',
  isWrite: true,
  appOnly: wrongAuthType,
  run(call) {
    const number = lineNumber(call)
    if (findLine(call, number)) throw coreError('Line already exists')
    const name = toText(anyCase(call.params, 'NAME'))
    const makesLeads = createsLeads(anyCase(call.params, 'CRM_AUTO_CREATE'), true)
    return { result: { ID: call.portal.state.telephony.lines.add({ number, name, makesLeads }).id } }
  },
}
