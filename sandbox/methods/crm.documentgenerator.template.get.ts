import { checkTemplateRight, plainError, printTemplate } from '../rules/documents/templates.ts'
import type { Method } from '../rules/method.ts'
import { requiredId } from '../rules/params.ts'

export const method: Method = {
  scope: 'crm',
  run(call) {
    const id = requiredId(call.params, 'id')
    checkTemplateRight(call)
    const template = call.portal.state.documents.templates.get(id)
    if (!template) throw plainError('Template not found')
    return { result: { template: printTemplate(call, template) } }
  },
}
