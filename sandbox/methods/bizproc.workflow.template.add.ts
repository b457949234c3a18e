import { adminsOnly, applicationOnly } from '../rules/bizproc/refusals.ts'
import { checkFile, readTemplate, readTemplateType } from '../rules/bizproc/templates.ts'
import type { Method } from '../rules/method.ts'
import { anyCase } from '../rules/params.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/bizproc/template/bizproc-workflow-template-add.html */
export const method: Method = {
  scope: 'bizproc',
  appOnly: applicationOnly,
  adminOnly: adminsOnly,
  isWrite: true,
  run({ portal, caller, params }) {
    const documentType = readTemplateType(params)
    const blank = {
      name: '',
      description: '',
      documentType,
      autoExecute: 0,
      userId: caller.userId,
      modified: Math.floor(portal.now() / 1000),
      isOfApp: true,
      steps: [],
    }
    const template = readTemplate(blank, params)
    checkFile(anyCase(params, 'TEMPLATE_DATA'))
    return { result: portal.state.automation.templates.add(template).id }
  },
}
