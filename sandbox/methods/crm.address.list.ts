import { checkCrm, deniedInWords } from '../rules/crm-access.ts'
import { mayTouch } from '../rules/cards.ts'
import type { Method } from '../rules/method.ts'
import { toText } from '../rules/params.ts'
import { listRecords } from '../rules/record-list.ts'
import { printAddress } from '../rules/requisites/addresses.ts'
import { addressAnchor } from '../rules/requisites/owners.ts'
import { ownerMark } from '../state/requisites.ts'

export const method: Method = {
  scope: 'crm',
  run(call) {
    checkCrm(call, () => deniedInWords('Access denied'))
    return listRecords(call, {
      shelf: call.portal.state.legal.addresses,
      print: (address) => printAddress(call, address),
      maySee: ({ values }) => {
        const anchor = addressAnchor(call, values)
        return anchor !== null && mayTouch(call, { entityTypeId: anchor.type, id: anchor.id }, 'read')
      },
      markOf: (filter) => {
        const [type, id] = [filter['ENTITY_TYPE_ID'], filter['ENTITY_ID']].map(toText)
        return type && id ? ownerMark(type, id) : null
      },
      byDefault: ['*'],
    })
  },
}
