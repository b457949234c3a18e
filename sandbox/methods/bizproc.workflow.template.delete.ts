import { adminsOnly, applicationOnly } from '../rules/bizproc/refusals.ts'
import { ownTemplate } from '../rules/bizproc/templates.ts'
import type { Method } from '../rules/method.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/bizproc/template/bizproc-workflow-template-delete.html */
export const method: Method = {
  scope: 'bizproc',
  appOnly: applicationOnly,
  adminOnly: adminsOnly,
  isWrite: true,
  run(call) {
    call.portal.state.automation.templates.remove(ownTemplate(call).id)
    return { result: null }
  },
}
