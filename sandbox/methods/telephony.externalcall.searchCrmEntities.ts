import { wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'
import { coreError, ownersOf, typeIdOf } from '../rules/telephony/external.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/telephony/telephony-external-call-search-crm-entities.html */
export const method: Method = {
  scope: 'telephony',
  appOnly: wrongAuthType,
  run(call) {
    const phone = toText(anyCase(call.params, 'PHONE_NUMBER'))
    if (!/\d{3}/.test(phone)) throw coreError('Unsupported phone number format')
    const { state, users } = call.portal
    const rows = ownersOf(call, phone).flatMap(({ type, id }) => {
      const item = state.items.get(typeIdOf(type), id)
      const person = users.get(Number(item?.values['assignedById']))
      if (!item || !person) return []
      return {
        CRM_ENTITY_TYPE: type,
        CRM_ENTITY_ID: id,
        ASSIGNED_BY_ID: person.id,
        NAME: String(item.values['title'] ?? `${item.values['name'] ?? ''} ${item.values['lastName'] ?? ''}`).trim(),
        ASSIGNED_BY: {
          ID: String(person.id),
          TIMEMAN_STATUS: '',
          USER_PHONE_INNER: person.phoneInner ?? '',
          WORK_PHONE: '',
          PERSONAL_PHONE: '',
          PERSONAL_MOBILE: '',
        },
      }
    })
    return { result: rows, rows: rows.length }
  },
}
