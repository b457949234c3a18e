import { forbidden } from '../rules/bizproc/refusals.ts'
import { stopRun } from '../rules/bizproc/runs.ts'
import { workflowToStop } from '../rules/bizproc/stopping.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-workflow-terminate.html */
export const method: Method = {
  scope: 'bizproc',
  adminOnly: forbidden,
  isWrite: true,
  run(call) {
    const workflow = workflowToStop(call)
    if (workflow?.state === 'running') stopRun(call.portal, workflow, toText(anyCase(call.params, 'STATUS')))
    return { result: true }
  },
}
