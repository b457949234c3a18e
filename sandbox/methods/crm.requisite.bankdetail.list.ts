import { withoutCode } from '../rules/errors.ts'
import { checkCrm } from '../rules/crm-access.ts'
import type { Method } from '../rules/method.ts'
import { toText } from '../rules/params.ts'
import { listRecords } from '../rules/record-list.ts'
import { printRecord } from '../rules/records.ts'
import { bankDetailFields } from '../rules/requisites/fields.ts'
import { mayTouchRequisite } from '../rules/requisites/owners.ts'
import { ownerMark } from '../state/requisites.ts'

export const method: Method = {
  scope: 'crm',
  run(call) {
    checkCrm(call, () => withoutCode('Access denied.'))
    const { bankDetails, requisites } = call.portal.state.legal
    return listRecords(call, {
      shelf: bankDetails,
      print: ({ values }) => printRecord(bankDetailFields, values),
      maySee: ({ values }) => {
        const requisite = requisites.get(Number(values['ENTITY_ID']))
        return requisite !== null && mayTouchRequisite(call, requisite, 'read')
      },
      markOf: (filter) => (toText(filter['ENTITY_ID']) ? ownerMark('', toText(filter['ENTITY_ID'])) : null),
      byDefault: ['*'],
    })
  },
}
