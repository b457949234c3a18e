import { documentOf, printDocument } from '../rules/documents/printed.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'crm',
  run: (call) => ({ result: { document: printDocument(call, documentOf(call, 'read')) } }),
}
