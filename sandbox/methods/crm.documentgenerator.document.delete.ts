import { documentChanged, documentOf } from '../rules/documents/printed.ts'
import type { Method } from '../rules/method.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/crm/document-generator/documents/crm-document-generator-document-delete.html */
export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const document = documentOf(call, 'write')
    call.portal.state.documents.printed.remove(document.id)
    documentChanged(call, 'DELETE', document)
    return { result: null }
  },
}
