import { wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'
import { coreError } from '../rules/telephony/external.ts'
import { createsLeads, lineOf } from '../rules/telephony/lines.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/telephony/telephony-external-line-update.html */
export const method: Method = {
  scope: 'telephony',
  isWrite: true,
  appOnly: wrongAuthType,
  run(call) {
    const line = lineOf(call)
    const [name, leads] = [anyCase(call.params, 'NAME'), anyCase(call.params, 'CRM_AUTO_CREATE')]
    if (name === undefined && leads === undefined) throw coreError('There are no fields to update')
    const makesLeads = createsLeads(leads, line.makesLeads)
    call.portal.state.telephony.lines.save({ ...line, name: name === undefined ? line.name : toText(name), makesLeads })
    return { result: { ID: String(line.id) } }
  },
}
