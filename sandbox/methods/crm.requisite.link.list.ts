import { checkCrm, deniedInWords } from '../rules/crm-access.ts'
import { mayTouch } from '../rules/cards.ts'
import type { Method } from '../rules/method.ts'
import { listRecords } from '../rules/record-list.ts'
import { printRecord } from '../rules/records.ts'
import { linkFields } from '../rules/requisites/fields.ts'

export const method: Method = {
  scope: 'crm',
  run(call) {
    checkCrm(call, () => deniedInWords('Access denied'))
    return listRecords(call, {
      shelf: call.portal.state.legal.links,
      print: ({ values }) => printRecord(linkFields, values),
      maySee: ({ values }) =>
        mayTouch(call, { entityTypeId: Number(values['ENTITY_TYPE_ID']), id: Number(values['ENTITY_ID']) }, 'read'),
      byDefault: ['*'],
    })
  },
}
