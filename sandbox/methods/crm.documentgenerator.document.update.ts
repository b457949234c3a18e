import { documentChanged, documentOf, printDocument, stampsOf, valuesOf } from '../rules/documents/printed.ts'
import type { Method } from '../rules/method.ts'
import { toText } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const { portal, params, caller } = call
    const document = documentOf(call, 'write')
    const values = { ...document.values, ...valuesOf(params) }
    const next = {
      ...document,
      values,
      number: toText(values['DocumentNumber']) || document.number,
      withStamps: stampsOf(params, document.withStamps),
      updated: Math.floor(portal.now() / 1000),
      updatedBy: caller.userId,
    }
    portal.state.documents.printed.save(next)
    documentChanged(call, 'UPDATE', next)
    return { result: { document: printDocument(call, next) } }
  },
}
