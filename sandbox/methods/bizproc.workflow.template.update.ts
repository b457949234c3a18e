import { adminsOnly, applicationOnly } from '../rules/bizproc/refusals.ts'
import { noFieldsToUpdate, ownTemplate, readTemplate } from '../rules/bizproc/templates.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toMap } from '../rules/params.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/bizproc/template/bizproc-workflow-template-update.html */
export const method: Method = {
  scope: 'bizproc',
  appOnly: applicationOnly,
  adminOnly: adminsOnly,
  isWrite: true,
  run(call) {
    const { portal, params } = call
    const fields = toMap(anyCase(params, 'FIELDS'))
    if (Object.keys(fields).length === 0) throw noFieldsToUpdate()
    const template = ownTemplate(call)
    const modified = Math.floor(portal.now() / 1000)
    portal.state.automation.templates.save({ ...template, ...readTemplate(template, fields), modified })
    return { result: template.id }
  },
}
