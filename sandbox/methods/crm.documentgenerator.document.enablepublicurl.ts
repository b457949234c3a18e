import { documentOf, printDocument } from '../rules/documents/printed.ts'
import type { Method } from '../rules/method.ts'
import { toInteger } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const document = documentOf(call, 'write')
    const isPublic = toInteger(call.params['status'] ?? 1) === 1
    const next = { ...document, isPublic }
    call.portal.state.documents.printed.save(next)
    return { result: { publicUrl: printDocument(call, next)['publicUrl'] } }
  },
}
