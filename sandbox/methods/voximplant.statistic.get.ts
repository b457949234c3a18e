import type { Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { anyCase, toText } from '../rules/params.ts'
import { selectRows } from '../rules/rows.ts'
import { formatInstant } from '../rules/time.ts'

/** The calls that are over. Documented at https://apidocs.bitrix24.com/api-reference/telephony/voximplant/voximplant-statistic-get.html */
export const method: Method = {
  scope: 'telephony',
  run({ portal, params, start }) {
    const rows = portal.state.telephony.calls.list().flatMap((call) => {
      if (!call.finished) return []
      return {
        ID: String(call.id),
        PORTAL_USER_ID: String(call.userId),
        PORTAL_NUMBER: call.line || 'REST_APP:1',
        PHONE_NUMBER: call.phone,
        CALL_ID: call.code,
        EXTERNAL_CALL_ID: call.externalId || null,
        CALL_CATEGORY: 'external',
        CALL_DURATION: String(call.finished.duration),
        CALL_START_DATE: formatInstant(call.started),
        CALL_VOTE: null,
        COST: '0.0000',
        COST_CURRENCY: 'RUR',
        CALL_FAILED_CODE: call.finished.status,
        CALL_FAILED_REASON: call.finished.reason,
        CRM_ENTITY_TYPE: call.entityType || null,
        CRM_ENTITY_ID: call.entityId === 0 ? null : String(call.entityId),
        CRM_ACTIVITY_ID: call.finished.activityId === 0 ? null : String(call.finished.activityId),
        REST_APP_ID: '1',
        CALL_TYPE: String(call.type),
      }
    })
    const order = { [toText(anyCase(params, 'SORT')) || 'ID']: toText(anyCase(params, 'ORDER')) || 'ASC' }
    const page = pageOf(selectRows(rows, anyCase(params, 'FILTER'), order), start)
    return { result: page.rows, total: page.total, next: page.next, rows: page.rows.length }
  },
}
