import { wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/telephony/telephony-external-line-get.html */
export const method: Method = {
  scope: 'telephony',
  appOnly: wrongAuthType,
  run({ portal }) {
    const result = portal.state.telephony.lines.list().map(({ number, name, makesLeads }) => ({
      NUMBER: number,
      NAME: name,
      CRM_AUTO_CREATE: makesLeads ? 'Y' : 'N',
    }))
    return { result, rows: result.length }
  },
}
