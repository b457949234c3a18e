import { asList } from '../rules/values.ts'
import { toInteger, toMap, toText } from '../rules/params.ts'
import { accessDenied, RestError, withoutCode } from '../rules/errors.ts'
import { checkCrm, mayReadType } from '../rules/crm-access.ts'
import { mayTouch } from '../rules/cards.ts'
import { printListed } from '../rules/documents/printed.ts'
import type { Method } from '../rules/method.ts'
import { pageOf } from '../rules/paging.ts'
import { selectRows } from '../rules/rows.ts'
import { pick } from '../rules/select-fields.ts'

export const method: Method = {
  scope: 'crm',
  run(call) {
    checkCrm(call, () => withoutCode('You do not have permissions to view documents'))
    const { select } = call.params
    if (asList(select).some((name) => ['entityTypeId', 'entityId'].includes(toText(name))))
      throw new RestError(400, '100', 'Unknown field definition ENTITY_TYPE_ID (ENTITY_TYPE_ID) for Document Entity')
    const filter = toMap(call.params['filter'])
    const asked = toInteger(filter['entityTypeId'])
    if (asked !== null && call.portal.catalogue.of(asked) && !mayReadType(call.portal, call.caller, asked))
      throw accessDenied()
    const rows = call.portal.state.documents.printed
      .list()
      .filter((document) => mayTouch(call, { entityTypeId: document.entityTypeId, id: document.entityId }, 'read'))
      .map((document) => printListed(call, document))
    const page = pageOf(selectRows(rows, call.params['filter'], call.params['order'] ?? { id: 'asc' }), call.start)
    const documents = page.rows.map((row) => pick(row, call.params['select'], ['*']))
    return { result: { documents }, total: page.total, next: page.next, rows: documents.length }
  },
}
