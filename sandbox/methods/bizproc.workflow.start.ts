import { parseDocument } from '../rules/bizproc/documents.ts'
import { forbidden, noWorkflow } from '../rules/bizproc/refusals.ts'
import { startRun } from '../rules/bizproc/runs.ts'
import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger, toMap } from '../rules/params.ts'
import { asList } from '../rules/values.ts'

export const method: Method = {
  scope: 'bizproc',
  adminOnly: forbidden,
  isWrite: true,
  run({ portal, caller, params }) {
    const templateId = toInteger(anyCase(params, 'TEMPLATE_ID')) ?? 0
    if (templateId <= 0) throw noWorkflow('Empty TEMPLATE_ID')
    const raw = anyCase(params, 'DOCUMENT_ID')
    if (asList(raw).length !== 3) throw withoutCode('Wrong DOCUMENT_ID!')
    const template = portal.state.automation.templates.get(templateId)
    if (!template) throw noWorkflow('Template not found')
    const document = parseDocument(raw)
    if (!document || !portal.state.items.exists(document.entityTypeId, document.itemId))
      throw withoutCode('Incorrect document type!')
    if (document.type.join() !== template.documentType.join())
      throw withoutCode('Template type and DOCUMENT_ID mismatch!')
    const parameters = toMap(anyCase(params, 'PARAMETERS'))
    const { steps } = template
    const workflow = startRun(portal, { document, templateId, startedBy: caller.userId, steps, parameters })
    return { result: workflow.code }
  },
}
