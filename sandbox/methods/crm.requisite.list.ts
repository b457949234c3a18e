import { RestError } from '../rules/errors.ts'
import { checkCrm } from '../rules/crm-access.ts'
import type { Method } from '../rules/method.ts'
import { toText } from '../rules/params.ts'
import { listRecords } from '../rules/record-list.ts'
import { printRecord } from '../rules/records.ts'
import { requisiteFields } from '../rules/requisites/fields.ts'
import { mayTouchRequisite } from '../rules/requisites/owners.ts'
import { ownerMark, taxMark } from '../state/requisites.ts'

export const method: Method = {
  scope: 'crm',
  run(call) {
    checkCrm(call, () => new RestError(400, 0, 'Access denied.'))
    return listRecords(call, {
      shelf: call.portal.state.legal.requisites,
      print: ({ values }) => printRecord(requisiteFields, values),
      maySee: (requisite) => mayTouchRequisite(call, requisite, 'read'),
      markOf: (filter) => {
        const [type, id, inn] = [filter['ENTITY_TYPE_ID'], filter['ENTITY_ID'], filter['RQ_INN']].map(toText)
        if (inn) return taxMark(inn)
        return type && id ? ownerMark(type, id) : null
      },
      byDefault: ['*'],
    })
  },
}
