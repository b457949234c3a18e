import { forbidden } from '../rules/bizproc/refusals.ts'
import { dropQuestions } from '../rules/bizproc/runs.ts'
import { workflowToStop } from '../rules/bizproc/stopping.ts'
import type { Method } from '../rules/method.ts'

/** Nothing stays of a killed process. Documented at https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-workflow-kill.html */
export const method: Method = {
  scope: 'bizproc',
  adminOnly: forbidden,
  isWrite: true,
  run(call) {
    const workflow = workflowToStop(call)
    if (workflow) {
      dropQuestions(call.portal, workflow)
      call.portal.state.automation.workflows.remove(workflow.id)
    }
    return { result: true }
  },
}
